package io.assay.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalisedTextTest {

  @ParameterizedTest
  @CsvSource({
    "Great   SHOT!!!,great shot",
    "cooool,col",
    "cool,col",
    "hahahahaha,haha",
    "don't,dont",
    "must-see,must se",
    "s-u-b-s,subs",
    "太太太美了,太美了",
    "สวยมากกกก,สวยมาก",
    "جميـــل,جميل",
    "ألف,الف",
    "sub4sub 2024,sub4sub",
    "ｇｒｅａｔ,great",
    "kanalıma,kanalima",
    "Größe,grose"
  })
  void words(String text, String words) {
    assertThat(NormalisedText.of(text).words()).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({
    "🅵🅾🅻🅻🅾🆆 me,folow me",
    "🇫🇴🇱🇱🇴🇼,folow",
    "Ⓕⓞⓛⓛⓞⓦ,folow",
    "𝐅𝐨𝐥𝐥𝐨𝐰,folow",
    "fоllоw,folow",
    "сhannеl,chanel",
    "ѵіdеоѕ,videos",
    "ϲhесk ԜIN,check win",
    "VIP-клиент,vip клиент",
    "сон,сон"
  })
  void lettersInDisguise(String text, String words) {
    assertThat(NormalisedText.of(text).words()).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({
    "👍🏽👍,👍",
    "1️⃣1️⃣,1⃣",
    "🇺🇸🇺🇸🇬🇧,🇺🇸🇬🇧",
    "🅰️ blood,🅰",
    "™️ℹ️,™ℹ",
    "😍 nice 😍🔥,😍🔥"
  })
  void emoji(String text, String emoji) {
    NormalisedText normal = NormalisedText.of(text);
    assertThat(normal.emoji()).isEqualTo(emoji);
    assertThat(normal.hasOther()).isFalse();
  }

  @Test
  void lettersAreCountedByHowMuchOneSays() {
    // Vowel marks are no letters: น ร ก with two marks and the letter า.
    assertThat(NormalisedText.of("น่ารัก").letters()).isEqualTo(new LetterCounts(0, 0, 4, 0));
    assertThat(NormalisedText.of("सुंदर").letters()).isEqualTo(new LetterCounts(3, 0, 0, 0));
    assertThat(NormalisedText.of("食べる 예뻐 ok").letters()).isEqualTo(new LetterCounts(2, 2, 2, 1));
    assertThat(NormalisedText.of("好ー".repeat(50)).letters())
        .isEqualTo(NormalisedText.of("好ー好ー").letters());
  }

  @Test
  void facesDrawnWithSignsAreNoWords() {
    for (String face : new String[] {"(T_T)", ":D", "(・ω・)", "¯\\_(ツ)_/¯", "(o_o)"}) {
      assertThat(NormalisedText.of(face).words()).as(face).isEmpty();
    }
    for (String word : new String[] {"(hi)", "no!!!", "ok $", "I...", "«oui»", "#a"}) {
      assertThat(NormalisedText.of(word).words()).as(word).isNotEmpty();
    }
  }
}
