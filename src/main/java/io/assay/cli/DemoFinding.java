package io.assay.cli;

import io.assay.contracts.Family;

/**
 * One finding about an account.
 *
 * @param sentence what was found and how rare it is, without a capital and a full stop
 * @param benign innocent explanations
 */
record DemoFinding(String accountId, Family family, String sentence, String benign) {

  /** What was found, as a sentence. */
  String text() {
    return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1) + ".";
  }
}
