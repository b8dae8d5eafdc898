package io.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.contracts.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EdgeFileTest {
  private static final String HEADER =
      "platform_a,account_a,platform_b,account_b,weight,mean_delay_seconds\n";
  private static final Row EDGE = RowFactory.create("x", "a", "x", "b", 3L, 47 / 3.0);

  @TempDir Path folder;

  private List<Path> left() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.toList();
    }
  }

  @Test
  void numbersAreWrittenInFullAndWithoutExponents() throws IOException {
    Path out = folder.resolve("e.csv");
    EdgeFile.WrittenEdges written =
        EdgeFile.at(out.toString(), false)
            .write(
                found ->
                    found.accept(
                        List.of(
                                EDGE,
                                RowFactory.create("x", "a", "x", "c", 12_345_678L, 1e-6),
                                RowFactory.create("x", "=a", "x", "c", 1L, 2e6),
                                RowFactory.create("x", "b", "x", "'c", 1L, 0.0))
                            .iterator()));
    assertThat(out)
        .hasContent(
            HEADER
                + "x,a,x,b,3,15.666666666666666\n"
                + "x,a,x,c,12345678,0.000001\n"
                + "x,'=a,x,c,1,2000000\n"
                + "x,b,x,''c,1,0");
    assertThat(written).isEqualTo(new EdgeFile.WrittenEdges(4, 12_345_683, 2));
    assertThat(left()).containsExactly(out);
  }

  @Test
  void anOlderFileStaysUntilTheNewOneIsWhole() throws IOException {
    Path out = Files.writeString(folder.resolve("e.csv"), "old");
    Iterator<Row> failing =
        Stream.of(EDGE)
            .peek(
                edge -> {
                  assertThat(out).hasContent("old");
                  throw new IllegalStateException("a task failed");
                })
            .iterator();
    assertThatThrownBy(
            () -> EdgeFile.at(out.toString(), false).write(found -> found.accept(failing)))
        .hasMessage("a task failed");
    assertThat(left()).containsExactly(out);
    assertThat(out).hasContent("old");
    EdgeFile.at(out.toString(), true).write(found -> found.accept(List.of(EDGE).iterator()));
    assertThat(out).content().startsWith(HEADER + "x,a,x,b,3,");
    assertThat(left()).containsExactly(out);
  }

  @Test
  void aLinkStaysAndWhatItLeadsToIsReplaced() throws IOException {
    Path target = Files.writeString(folder.resolve("a.csv"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link.csv"), target);
    EdgeFile.at(link.toString(), false).write(found -> found.accept(List.of(EDGE).iterator()));
    assertThat(link).isSymbolicLink();
    assertThat(target).content().startsWith(HEADER);
  }

  @Test
  void aFolderThatIsGoneMeanwhile() throws IOException {
    Path out = Files.createDirectory(folder.resolve("to")).resolve("e.csv");
    EdgeFile file = EdgeFile.at(out.toString(), false);
    Files.delete(out.getParent());
    assertThatThrownBy(() -> file.write(found -> found.accept(List.of(EDGE).iterator())))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("--out " + out + " cannot be written");
  }
}
