/**
 * Accounts with their signals, and where a value lies among its peers: what the stages that compare
 * accounts (evidence, clusters, assessment) have in common. It writes no table and concludes
 * nothing.
 */
package io.assay.peers;
