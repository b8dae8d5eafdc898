package io.assay.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.contracts.UserError;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deliveries with links and with what is no file. */
class LinksTest {
  @TempDir private Path folder;
  private Path crawl;

  @BeforeEach
  void aDelivery() throws IOException {
    crawl = Files.createDirectories(folder.resolve("crawl/accounts"));
    Files.writeString(crawl.resolve("a.jsonl"), "{}\n");
  }

  private List<String> names() throws IOException {
    return LocalDelivery.list(folder.resolve("crawl")).files().stream()
        .map(file -> file.name() + " " + file.bytes())
        .toList();
  }

  @Test
  void linksToFoldersAboveThemDoNotRepeatTheDelivery() throws IOException {
    Files.createSymbolicLink(crawl.resolve("again"), Path.of("."));
    Files.createSymbolicLink(crawl.resolve("above"), Path.of(".."));
    Files.createSymbolicLink(crawl.resolve("whole"), folder.resolve("crawl"));
    assertThat(names()).containsExactly("accounts/a.jsonl 3");
  }

  @Test
  void whatALinkRepeatsIsReadOnceUnderItsOwnName() throws IOException {
    Files.createSymbolicLink(crawl.resolve("0-latest.jsonl"), Path.of("a.jsonl"));
    Files.createSymbolicLink(crawl.resolve("1-latest.jsonl"), Path.of("0-latest.jsonl"));
    Files.createSymbolicLink(folder.resolve("crawl/0-accounts"), Path.of("accounts"));
    assertThat(names()).containsExactly("accounts/a.jsonl 3");
  }

  @Test
  void aDeliveryThatIsItselfGivenByALinkIsRead() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("today"), Path.of("crawl"));
    assertThat(LocalDelivery.list(link).files())
        .extracting(DeliveredFile::path, DeliveredFile::name)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "file:" + link.resolve("accounts/a.jsonl"), "accounts/a.jsonl"));
    Path file = Files.createSymbolicLink(folder.resolve("b.jsonl"), crawl.resolve("a.jsonl"));
    assertThat(LocalDelivery.list(file).files())
        .extracting(DeliveredFile::name)
        .containsExactly("b.jsonl");
  }

  @Test
  void whatOnlyALinkGivesANameIsReadByThatName() throws IOException {
    Path stored = Files.createDirectories(folder.resolve("crawl/blobs"));
    Files.writeString(stored.resolve("5f3a"), "{\"n\":1}\n");
    Files.createSymbolicLink(crawl.resolve("b.jsonl"), Path.of("../blobs/5f3a"));
    Path hidden = Files.createDirectories(folder.resolve("crawl/.store/day"));
    Files.writeString(hidden.resolve("c.jsonl"), "{}");
    Files.createSymbolicLink(crawl.resolve("day"), Path.of("../.store/day"));
    Files.createSymbolicLink(hidden.resolve("loop"), Path.of("."));
    assertThat(names())
        .containsExactlyInAnyOrder(
            "accounts/a.jsonl 3", "accounts/b.jsonl 8", "accounts/day/c.jsonl 2");
  }

  @Test
  void linksOutOfTheDeliveryAreRefused() throws IOException {
    Path other = Files.createDirectories(folder.resolve("crawl-of-others"));
    Files.writeString(other.resolve("b.jsonl"), "{}\n");
    Path link = Files.createSymbolicLink(crawl.resolve("b"), other);
    assertThatThrownBy(this::names)
        .isInstanceOf(UserError.class)
        .hasMessage("link accounts/b leads out of the delivery, to " + other.toRealPath());
    Files.delete(link);
    Files.createSymbolicLink(crawl.resolve("c.jsonl"), other.resolve("b.jsonl"));
    assertThatThrownBy(this::names)
        .isInstanceOf(UserError.class)
        .hasMessageContaining("link accounts/c.jsonl leads out of the delivery");
  }

  @Test
  void linksThatLeadNowhereAreNamed() throws IOException {
    Path link = Files.createSymbolicLink(crawl.resolve("b.jsonl"), Path.of("gone.jsonl"));
    assertThatThrownBy(this::names)
        .isInstanceOf(UserError.class)
        .hasMessage("link accounts/b.jsonl of the delivery leads nowhere: gone.jsonl");
    Files.delete(link);
    Files.createSymbolicLink(crawl.resolve("x.jsonl"), Path.of("y.jsonl"));
    Files.createSymbolicLink(crawl.resolve("y.jsonl"), Path.of("x.jsonl"));
    assertThatThrownBy(this::names)
        .isInstanceOf(UserError.class)
        .hasMessage("link accounts/x.jsonl of the delivery leads nowhere: y.jsonl");
  }

  @Test
  void pipesSocketsAndDevicesAreNamedAndNotOpened() throws Exception {
    Path pipe = crawl.resolve("pipe.jsonl");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    assertThatThrownBy(this::names)
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("accounts/pipe.jsonl of the delivery is no file but a pipe");
    assertThatThrownBy(() -> LocalDelivery.list(pipe))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("pipe.jsonl of the delivery is no file but a pipe");
    Files.delete(pipe);
    try (ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      socket.bind(UnixDomainSocketAddress.of(crawl.resolve("s.jsonl")));
      assertThatThrownBy(this::names)
          .isInstanceOf(UserError.class)
          .hasMessageStartingWith("accounts/s.jsonl of the delivery is no file");
    }
    Files.deleteIfExists(crawl.resolve("s.jsonl"));
    assertThat(names()).hasSize(1);
  }

  @Test
  void recordsBehindLinksAreCountedOnce() throws IOException {
    Files.writeString(crawl.resolve("a.jsonl"), "{\"n\":\"lena\"}\n");
    Files.createSymbolicLink(crawl.resolve("again"), Path.of("."));
    Files.createDirectories(folder.resolve("crawl/_store"));
    Files.writeString(folder.resolve("crawl/_store/77"), "{\"n\":\"tom\"}\n");
    Files.createSymbolicLink(crawl.resolve("b.jsonl"), Path.of("../_store/77"));
    FeedCheck check =
        new Mapped(folder)
            .by(
                """
                format: json
                feeds:
                  accounts:
                    columns:
                      {platform: "'x'", account_id: n, handle: source_file, crawled_at: crawl_date}
                """);
    assertThat(check.records()).isEqualTo(2);
    assertThat(Mapped.rows(check, "account_id", "handle"))
        .containsExactly("lena|accounts/a.jsonl", "tom|accounts/b.jsonl");
  }
}
