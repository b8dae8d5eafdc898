package io.assay.reporting.html.model;

import java.util.List;

/**
 * What could not be assessed, and why.
 *
 * @param reasons by what is missing, the commonest first, at most {@link ReportLimits#SILENCES}; an
 *     account may lack several things
 * @param reasonsInAll how many there are
 */
public record SilenceFacts(List<Silence> reasons, long reasonsInAll) {

  /**
   * @param what kind of fraud that could not be judged, in words; "anything" where no authenticity
   *     is given
   * @param part family of signals that cannot speak; null where the reason names none
   * @param reason why
   */
  public record Silence(String what, String part, String reason, long accounts) {}
}
