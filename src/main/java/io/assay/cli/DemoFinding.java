package io.assay.cli;

/**
 * A reason why an account is doubted.
 *
 * @param sentence what was found and how rare it is, without a capital and a full stop
 * @param benign innocent explanations
 */
record DemoFinding(String sentence, String benign) {

  /** What was found, as a sentence. */
  String text() {
    return capitalised(sentence) + ".";
  }

  static String capitalised(String clause) {
    return Character.toUpperCase(clause.charAt(0)) + clause.substring(1);
  }
}
