package io.assay.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinksTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "see https://example.com/x",
        "www.example.org",
        "visit my-shop.ru now",
        "youtu.be/abc",
        "(http://a.b)",
        "t.me/spam",
        "👉t.me/spam",
        "wa.me/4912345",
        "bit.ly/3abc",
        "x.com",
        "EXAMPLE.COM",
        "myshop.ng",
        "myshop.com.ng,",
        "пример.рф",
        "bücher.de",
        "例え.jp",
        "(example.com/a?b=c).",
        "example.com:8080",
        "my-shop.it",
        "shop24.me",
        "example.co.in",
        "example.it/menu",
        "www.example.it",
        "<a href=\"http://example.com\">"
      })
  void links(String text) {
    assertThat(CommentText.of(text).is(CommentText.LINK)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "wow...me too",
        "3.5 stars",
        "e.g. this",
        "nice.",
        "a.m. or p.m.",
        "Love this.It rocks",
        "Amazing.Me too",
        "see you.in june",
        "thanks.me",
        "it.is so",
        "hermoso.De verdad",
        "so good.love it",
        "that way.to the top.top",
        "10.in june",
        "note: this",
        "http://",
        "www.",
        "and/or",
        "me@example.com"
      })
  void noLinks(String text) {
    assertThat(CommentText.of(text).is(CommentText.LINK)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "https://www.Example.com/a/,example.com/a",
    "(t.me/spam),t.me/spam",
    "http://example.com!,example.com"
  })
  void whatMayBeLeftOutOfALink(String link, String normalised) {
    assertThat(Links.normalised(link)).isEqualTo(normalised);
  }
}
