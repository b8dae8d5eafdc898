package io.assay.signals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommentTextTest {

  private static void has(int flag, String... texts) {
    for (String text : texts) {
      assertThat(CommentText.of(text).is(flag)).as(text).isTrue();
    }
  }

  private static void hasNot(int flag, String... texts) {
    for (String text : texts) {
      assertThat(CommentText.of(text).is(flag)).as(text).isFalse();
    }
  }

  private static boolean copies(String one, String other) {
    long[] keys = CommentText.copyKeys(other);
    return Arrays.stream(CommentText.copyKeys(one))
        .anyMatch(key -> Arrays.stream(keys).anyMatch(k -> k == key));
  }

  @Test
  void nothingIsEmpty() {
    assertThat(CommentText.of(null)).usingRecursiveComparison().isEqualTo(CommentText.of("  \n"));
    has(CommentText.EMPTY, "", "   ");
    hasNot(CommentText.EMPTY, "a", "😍");
    assertThat(CommentText.of("").exactKey()).isZero();
    assertThat(CommentText.copyKeys("")).isEmpty();
  }

  @Test
  void emojiAloneAreToldFromWords() {
    has(CommentText.EMOJI_ONLY, "😍", "🔥🔥🔥!!", "👍🏽", "❤️ ❤️", "👨‍👩‍👧");
    hasNot(CommentText.EMOJI_ONLY, "so 😍", "???", "@bob 😍", "2 😍", "好😍");
  }

  @Test
  void mentionsAlone() {
    has(CommentText.MENTION_ONLY, "@bob", "@bob @al.ice_1 😍", "@bob, @alice!");
    hasNot(CommentText.MENTION_ONLY, "@bob look", "😍", "@", "see @bob");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Nice", "nice!!! 😍", "@bob wow", "漂亮", "красиво", "جميل", "สวย", "वाह"})
  void oneWordInAnyScript(String text) {
    has(CommentText.ONE_WORD, text);
  }

  @Test
  void moreThanOneWord() {
    hasNot(CommentText.ONE_WORD, "very nice", "这个地方真的太美了", "очень красиво", "😍", "@bob", "");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Great shot!",
        "LOVE this 😍😍",
        "amazing, beautiful",
        "¡Qué linda!",
        "очень красиво!!",
        "太美了",
        "ما شاء الله",
        "すごい",
        "예뻐요",
        "बहुत सुंदर",
        "สวยมาก",
        "sooooo cool",
        "Très beau"
      })
  void stockPraiseInAnyLanguage(String text) {
    has(CommentText.GENERIC, text);
  }

  @Test
  void whatSpeaksOfThePostIsNoStock() {
    hasNot(
        CommentText.GENERIC,
        "the light on that bridge is great",
        "nice to see you in Lisbon last week",
        "where did you buy the lamp",
        "这个桥在哪里",
        "где это снято");
  }

  @Test
  void links() {
    has(
        CommentText.LINK,
        "see https://example.com/x",
        "www.example.org",
        "visit my-shop.ru now",
        "youtu.be/abc",
        "(http://a.b)");
    hasNot(CommentText.LINK, "wow...me too", "3.5 stars", "e.g. this", "nice.", "a.m. or p.m.");
  }

  @Test
  void promotionInAnyLanguage() {
    has(
        CommentText.PROMOTION,
        "Check out my new channel",
        "please SUBSCRIBE",
        "f4f?",
        "link in bio!",
        "sígueme y te sigo",
        "подпишись на меня",
        "takip et lütfen");
    hasNot(
        CommentText.PROMOTION,
        "I checked the map",
        "my favourite view",
        "unsubscribed",
        "the bio of this painter");
  }

  @Test
  void whatCopiesAreVariedByDoesNotCount() {
    long plain = CommentText.of("great shot").exactKey();
    for (String varied :
        new String[] {
          "Great   SHOT!!! @bob 😍",
          "gréat shot",
          "great shooot",
          "ｇｒｅａｔ shot",
          "great shot 123",
          "Great, shot."
        }) {
      assertThat(CommentText.of(varied).exactKey()).as(varied).isEqualTo(plain);
    }
    assertThat(CommentText.of("great short").exactKey()).isNotEqualTo(plain);
    // Vowels of Thai and Devanagari are marks, and stay.
    assertThat(CommentText.of("की").exactKey()).isNotEqualTo(CommentText.of("कु").exactKey());
    assertThat(CommentText.of("😍😍").exactKey()).isEqualTo(CommentText.of("😍 😍😍").exactKey());
    assertThat(CommentText.of("😍").exactKey()).isNotEqualTo(CommentText.of("🔥").exactKey());
  }

  @Test
  void nearCopiesShareAKey() {
    String text = "what a wonderful place to spend a long summer evening with all of your friends";
    assertThat(copies(text, text.toUpperCase() + "!!! 😍")).isTrue();
    assertThat(copies(text, text.replace("all of your", "all your"))).isTrue();
    assertThat(copies(text, "the recipe needs two more eggs and half an hour longer in the oven"))
        .isFalse();
  }

  @Test
  void shortTextsAreNobodysCopies() {
    assertThat(CommentText.copyKeys("so nice")).isEmpty();
    assertThat(CommentText.copyKeys("very nice")).hasSize(1);
    assertThat(CommentText.copyKeys("太美")).isEmpty();
    assertThat(CommentText.copyKeys("真的太美了")).hasSize(1);
    assertThat(copies("very nice", "Very nice!")).isTrue();
  }

  @Test
  void aHostileTextIsMeasuredToo() {
    CommentText text = CommentText.of("a.".repeat(500_000));
    assertThat(text.is(CommentText.LINK)).isFalse();
    assertThat(text.words()).isEqualTo(1);
    assertThat(CommentText.of("😍".repeat(500_000)).is(CommentText.EMOJI_ONLY)).isTrue();
    assertThat(CommentText.of("\uD83D").flags()).isEqualTo(CommentText.of("\uDE0D").flags());
  }

  @Test
  void wordsAreCounted() {
    assertThat(CommentText.of("see you @bob at the bridge").words()).isEqualTo(5);
    assertThat(CommentText.of("这个地方真美").words()).isEqualTo(3);
  }
}
