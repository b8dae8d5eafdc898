/**
 * Crawls with planted truth: worlds of people, pods, farms and bought audiences, written in the
 * canonical feeds. A world knows nothing of lakes, jobs or results: who reads its crawl finds what
 * any crawler would have delivered.
 */
package io.assay.workbench.worlds;
