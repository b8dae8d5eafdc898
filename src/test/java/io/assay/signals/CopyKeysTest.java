package io.assay.signals;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.text.CommentText;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class CopyKeysTest {

  private static boolean copies(String one, String other) {
    long[] keys = CommentText.copyKeys(other);
    return Arrays.stream(CommentText.copyKeys(one))
        .anyMatch(key -> Arrays.stream(keys).anyMatch(k -> k == key));
  }

  @Test
  void nearCopiesShareAKey() {
    String text = "what a wonderful place to spend a long summer evening with all of your friends";
    assertThat(copies(text, text.toUpperCase() + "!!! 😍")).isTrue();
    assertThat(copies(text, text.replace("all of your", "all your"))).isTrue();
    assertThat(copies(text, "the recipe needs two more eggs and half an hour longer in the oven"))
        .isFalse();
  }

  @ParameterizedTest
  @EmptySource
  @ValueSource(
      strings = {
        "so nice",
        "a lamp",
        "太美",
        "这里在哪",
        "かわいい",
        "น่ารัก",
        "예쁘네요",
        "太好看了",
        "Happy birthday!!",
        "Congratulations",
        "thank you so much",
        "Great shot! Love it",
        "@friend0",
        "おめでとうございます",
        "감사합니다",
        "hahahahahahahahaha",
        "123456789012345",
        "!!!???!!!???!!!"
      })
  void whatEverybodyWritesIsNobodysCopy(String text) {
    assertThat(CommentText.copyKeys(text)).isEmpty();
  }

  @Test
  void shortTextsThatSaySomethingHaveOneKey() {
    for (String text :
        new String[] {"lamp is red", "这个桥在哪里", "どこで撮りましたか", "어디서 샀어요", "ซื้อจากไหนคะ"}) {
      assertThat(CommentText.copyKeys(text)).as(text).hasSize(1);
    }
    assertThat(copies("lamp is red", "Lamp is  red!")).isTrue();
  }
}
