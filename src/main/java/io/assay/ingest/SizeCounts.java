package io.assay.ingest;

import java.io.Serializable;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.expressions.Aggregator;

/**
 * Counts sizes. Of {@link Records#BYTES}, which has eight binary digits, there are a few thousand
 * at most, however many there are of each.
 *
 * <p>In: a size (long), null for a row that has none. Out: how often each occurred, as a text that
 * {@link #read} reads.
 */
public final class SizeCounts extends Aggregator<Long, SizeCounts.BySize, String> {
  private static final long serialVersionUID = 1L;

  /** The counts so far. */
  public static final class BySize implements Serializable {
    private static final long serialVersionUID = 1L;

    private final TreeMap<Long, Long> bySize = new TreeMap<>();
  }

  /** How many there were of each size. */
  static Map<Long, Long> read(String counts) {
    Map<Long, Long> bySize = new TreeMap<>();
    for (String pair : counts.isEmpty() ? new String[0] : counts.split(" ")) {
      int mark = pair.indexOf('=');
      bySize.put(Long.valueOf(pair.substring(0, mark)), Long.valueOf(pair.substring(mark + 1)));
    }
    return bySize;
  }

  @Override
  public BySize zero() {
    return new BySize();
  }

  @Override
  public BySize reduce(BySize counts, Long size) {
    if (size != null) {
      counts.bySize.merge(size, 1L, Long::sum);
    }
    return counts;
  }

  @Override
  public BySize merge(BySize left, BySize right) {
    right.bySize.forEach((size, count) -> left.bySize.merge(size, count, Long::sum));
    return left;
  }

  @Override
  public String finish(BySize counts) {
    StringJoiner pairs = new StringJoiner(" ");
    counts.bySize.forEach((size, count) -> pairs.add(size + "=" + count));
    return pairs.toString();
  }

  @Override
  public Encoder<BySize> bufferEncoder() {
    return Encoders.javaSerialization(BySize.class);
  }

  @Override
  public Encoder<String> outputEncoder() {
    return Encoders.STRING();
  }
}
