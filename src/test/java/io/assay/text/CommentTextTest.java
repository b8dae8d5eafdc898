package io.assay.text;

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

  private static long key(String text) {
    return CommentText.of(text).exactKey();
  }

  @Test
  void nothingIsEmpty() {
    assertThat(CommentText.of(null)).usingRecursiveComparison().isEqualTo(CommentText.of("  \n"));
    has(CommentText.EMPTY, "", "   ", "\u200B", "\u00A0");
    hasNot(CommentText.EMPTY, "a", "😍");
    assertThat(CommentText.of("").exactKey()).isZero();
  }

  @Test
  void emojiAloneAreToldFromWords() {
    has(CommentText.EMOJI_ONLY, "😍", "🔥🔥🔥!!", "👍🏽", "❤️ ❤️", "👨‍👩‍👧");
    has(CommentText.EMOJI_ONLY, "1️⃣2️⃣", "™️", "㊗️", "🈵", "Ⓜ️", "ℹ️", "🅰️", "🇺🇸🇬🇧", "#️⃣");
    hasNot(CommentText.EMOJI_ONLY, "so 😍", "???", "@bob 😍", "2 😍", "好😍", "25°");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Nice",
        "nice!!! 😍",
        "@bob wow",
        "漂亮",
        "красиво",
        "جميل",
        "สวย",
        "वाह",
        "감사합니다",
        "น่ารัก",
        "かわいい",
        "すごーい"
      })
  void oneWordInAnyScript(String text) {
    has(CommentText.ONE_WORD, text);
  }

  @Test
  void moreThanOneWord() {
    hasNot(CommentText.ONE_WORD, "very nice", "这个地方真的太美了", "очень красиво", "😍", "@bob", "");
    hasNot(CommentText.ONE_WORD, "정말 예뻐요", "とても美味しそうでした", "nice!great");
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
        "Très beau",
        "coooool",
        "goooood",
        "hahahahaha",
        "nice,great",
        "真好看，太美了",
        "真好看太美了",
        "جميـــل",
        "Happy birthday!!",
        "Congratulations 🎉",
        "thank you so much",
        "¡Feliz cumpleaños!",
        "muito obrigada",
        "joyeux anniversaire",
        "Herzlichen Glückwunsch",
        "tanti auguri",
        "doğum günün kutlu olsun",
        "с днём рождения",
        "ألف مبروك",
        "जन्मदिन मुबारक हो",
        "terima kasih",
        "สุขสันต์วันเกิด",
        "お誕生日おめでとうございます",
        "생일 축하해요",
        "生日快乐"
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
  void withoutWordsKeysAreOfWhatThereIs() {
    String[] different = {
      "@friend0",
      "@friend1",
      "@friend2",
      "@friend0 @friend1",
      "12",
      "13",
      "1300",
      "12 13",
      "https://a.com/x",
      "https://a.com/y",
      "(T_T)",
      "(・ω・)",
      "(´・ω・`)",
      ":D",
      ":P",
      "!!!",
      "???",
      "...",
      "<3 <4",
      "a@b.com",
      "c@b.com",
      "🏻",
      "😍",
      "🇺🇸",
      "1️⃣"
    };
    assertThat(Arrays.stream(different).mapToLong(CommentTextTest::key).distinct())
        .hasSize(different.length)
        .doesNotContain(0L);
    assertThat(key("@Friend0! 😍")).isEqualTo(key("@friend0"));
    assertThat(key("(@friend0)")).isEqualTo(key("@friend0"));
    assertThat(key("http://www.a.com/x/")).isEqualTo(key("https://a.com/x"));
    assertThat(key("#12!")).isEqualTo(key("12"));
    assertThat(key("??")).isEqualTo(key("?"));
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
    assertThat(CommentText.of("정말 예뻐요").words()).isEqualTo(2);
  }

  @Test
  void aStockPhraseIsSaidAsItIsComparedAndNothingElseIsOne() {
    assertThat(CommentText.stockPhrase("  LOVE this!!! ")).isEqualTo("love this");
    assertThat(CommentText.stockPhrase("\uD83D\uDD25\uD83D\uDD25")).startsWith("\uD83D\uDD25");
    assertThat(CommentText.stockPhrase("where did you buy the red one")).isNull();
    assertThat(CommentText.stockPhrase(" ")).isNull();
    assertThat(CommentText.stockPhrase(null)).isNull();
  }
}
