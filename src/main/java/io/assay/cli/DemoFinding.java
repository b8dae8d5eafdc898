package io.assay.cli;

import io.assay.cli.text.Texts;

/**
 * A reason why an account is doubted.
 *
 * @param sentence what was found and how rare it is, without a capital and a full stop
 * @param benign innocent explanations
 */
record DemoFinding(String sentence, String benign) {

  /** What was found, as a sentence. */
  String text() {
    return Texts.capitalised(sentence) + ".";
  }
}
