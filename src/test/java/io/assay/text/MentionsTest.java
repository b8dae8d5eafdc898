package io.assay.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MentionsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@bob",
        "@bob @al.ice_1 😍",
        "@bob, @alice!",
        "@user-ab1cd",
        "@a·b",
        "@мария",
        "@花子さん",
        "👉@bob",
        "(@bob)",
        "@bob@eve",
        "@bob.",
        "@josé"
      })
  void mentionsAlone(String text) {
    assertThat(CommentText.of(text).is(CommentText.MENTION_ONLY)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@bob look",
        "😍",
        "@",
        "see @bob",
        "@bob真好看",
        "a@b.com",
        "a@b.com @bob",
        "hi@bob"
      })
  void notAlone(String text) {
    assertThat(CommentText.of(text).is(CommentText.MENTION_ONLY)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "@bob真好看,@bob,真好看",
    "@мария真好看,@мария,真好看",
    "@user-ab1cd: nice,@user-ab1cd,nice",
    "转发@bob,@bob,转发",
    "@bob😍look,@bob,lok"
  })
  void handlesEndWhereTheScriptChanges(String text, String handle, String words) {
    NormalisedText normal = NormalisedText.of(text);
    assertThat(normal.others()).isEqualTo(handle);
    assertThat(normal.words()).isEqualTo(words);
    assertThat(normal.mentions()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a@b.com", "write to me.too@example.org now", "hi@bob", "@ bob"})
  void mailboxesAreNoMentions(String text) {
    assertThat(NormalisedText.of(text).mentions()).isZero();
  }
}
