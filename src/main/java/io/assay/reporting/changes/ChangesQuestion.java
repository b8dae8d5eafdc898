package io.assay.reporting.changes;

import io.assay.contracts.Kind;
import java.time.LocalDate;
import java.util.List;

/**
 * What is asked about two days.
 *
 * @param from the earlier day
 * @param to the later day
 * @param platform whose accounts; null for all
 * @param accountId the one account that is asked about; null for all
 * @param kinds of fraud that are asked about
 * @param minChange by which a likelihood has moved, 0-1
 * @param limit accounts that are told one by one, those that moved most
 */
public record ChangesQuestion(
    LocalDate from,
    LocalDate to,
    String platform,
    String accountId,
    List<Kind> kinds,
    double minChange,
    int limit) {
  public ChangesQuestion {
    kinds = List.copyOf(kinds);
  }
}
