/**
 * The command line: commands parse arguments, call what is below and print what it found. Whatever
 * is worked out belongs into {@code workbench}, {@code pipeline} or a stage; what stands here is of
 * use to nobody who has no terminal.
 */
package io.assay.cli;
