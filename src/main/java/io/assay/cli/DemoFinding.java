package io.assay.cli;

import io.assay.cli.text.Texts;
import io.assay.contracts.Family;

/**
 * One finding about an account.
 *
 * @param sentence what was found; after ", where" or a semicolon what is usual
 * @param probability of a peer as extreme, above 0 and at most 1
 * @param benign innocent explanations
 */
record DemoFinding(
    String accountId, Family family, String sentence, double probability, String benign) {

  /** What was found and how rare it is, in two short sentences. */
  String text() {
    String found = sentence.split(", where |; ", 2)[0];
    return Character.toUpperCase(found.charAt(0))
        + found.substring(1)
        + ". About 1 in "
        + Texts.count(Math.round(1 / probability))
        + (family.bySize() ? " accounts of its size" : " accounts of its platform")
        + " goes as far.";
  }
}
