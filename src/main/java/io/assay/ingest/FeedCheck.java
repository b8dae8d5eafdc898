package io.assay.ingest;

import io.assay.contracts.Feed;
import java.util.List;
import java.util.Map;

/**
 * What became of a feed's records.
 *
 * @param feed the feed
 * @param files what was read for it
 * @param records records delivered; a broken file counts as one
 * @param accepted rows that would stand in bronze
 * @param duplicates records that would be lost to a better one of the same key
 * @param conflicts those of the duplicates that say another author, text or handle
 * @param filled per mapped column, how many of the records that can be used have a value
 * @param rows some of these records, by the same columns, as texts; null where there is no value
 * @param losses values of optional fields that could not be and would be null
 * @param refusals what would be quarantined, most frequent first
 * @param notes what a person should know of the files
 */
public record FeedCheck(
    Feed feed,
    List<InputFile> files,
    long records,
    long accepted,
    long duplicates,
    long conflicts,
    Map<String, Long> filled,
    List<List<String>> rows,
    List<Loss> losses,
    List<Refusal> refusals,
    List<String> notes) {

  public long quarantined() {
    return refusals.stream().mapToLong(Refusal::records).sum();
  }

  /** The values that would be lost, without their examples. */
  public List<LostValue> lost() {
    return losses.stream().map(Loss::value).toList();
  }

  /**
   * Values that would be lost for one reason.
   *
   * @param value what and how many
   * @param file file of an example; null where none is at hand
   * @param record the example, truncated
   */
  public record Loss(LostValue value, String file, String record) {}

  /**
   * Records refused for one reason.
   *
   * @param reason why
   * @param field the field at fault; null where it is the whole record
   * @param records how many
   * @param file file of an example
   * @param record the example, truncated; null for a broken file
   */
  public record Refusal(String reason, String field, long records, String file, String record) {}
}
