/**
 * What commands print: tables for a terminal, evaluations, the plan and the data dictionary as
 * texts or JSON. Nothing here looks anything up or works anything out; it is given what it shows.
 */
package io.assay.cli.text;
