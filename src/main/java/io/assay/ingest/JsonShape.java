package io.assay.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Whether a JSON file is one document or has an object a line, as its begin shows: a delivery may
 * hold both. Where the begin shows neither, the mapping decides.
 */
final class JsonShape {
  private static final int LOOKED_AT = 1 << 18;

  /** Files that are opened one after another in less time than a job of Spark takes to start. */
  private static final int FEW = 64;

  private static final JsonFactory JSON = JsonOfCrawls.mapped(LOOKED_AT);

  private static final int NO_JSON = -1;
  private static final int OPEN = -2;

  private JsonShape() {}

  /** Those of the files that are documents. */
  static List<InputFile> documents(SparkSession spark, List<InputFile> files, Mapping mapping) {
    boolean usual = mapping.isDocuments();
    String charset = mapping.options().getOrDefault("encoding", "UTF-8");
    List<InputFile> documents = new ArrayList<>();
    if (files.size() <= FEW) {
      Configuration conf = spark.sparkContext().hadoopConfiguration();
      files.stream().filter(f -> isDocument(conf, f, charset, usual)).forEach(documents::add);
      return documents;
    }
    SerializableConfiguration conf =
        new SerializableConfiguration(spark.sparkContext().hadoopConfiguration());
    return JavaSparkContext.fromSparkContext(spark.sparkContext())
        .parallelize(files, Math.min(files.size(), 1000))
        .filter(file -> isDocument(conf.value(), file, charset, usual))
        .collect();
  }

  private static boolean isDocument(
      Configuration conf, InputFile file, String charset, boolean usual) {
    try (InputStream in = file.open(conf)) {
      byte[] begin = in.readNBytes(LOOKED_AT);
      return isDocument(new String(begin, Charset.forName(charset)), begin.length, usual);
    } catch (IOException | RuntimeException e) {
      return usual; // reading it tells what is wrong with it
    }
  }

  private static boolean isDocument(String begin, int bytes, boolean usual) {
    String text = (begin.startsWith("\uFEFF") ? begin.substring(1) : begin).stripLeading();
    if (!text.startsWith("[") && !text.startsWith("{")) {
      return usual;
    }
    int line = text.indexOf('\n');
    int end = end(text, bytes == LOOKED_AT);
    if (end == NO_JSON) {
      return usual;
    }
    if (end == OPEN) {
      return text.startsWith("[") || (line >= 0 && bytes == LOOKED_AT) || usual;
    }
    if (line >= 0 && end > line) {
      return true;
    }
    boolean alone = text.substring(end).isBlank();
    boolean endsItsLine = line >= 0 && text.substring(end, line).isBlank();
    return alone ? usual || text.startsWith("[") : usual && !endsItsLine;
  }

  /**
   * Where the first value ends.
   *
   * @param isCut whether the file goes on after the text
   */
  private static int end(String text, boolean isCut) {
    try (JsonParser parser = JSON.createParser(text)) {
      parser.nextToken();
      parser.skipChildren();
      return (int) parser.currentLocation().getCharOffset();
    } catch (JsonEOFException e) {
      return OPEN;
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      boolean atTheCut = isCut && e.getLocation().getCharOffset() > text.length() - 16;
      return atTheCut ? OPEN : NO_JSON;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
