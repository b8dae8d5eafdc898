package io.assay.signals;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.text.CommentText;
import org.junit.jupiter.api.Test;

/** Comments of one key follow each other. */
class CommentsTest {

  private static long words(int n) {
    return (long) n << Integer.SIZE;
  }

  @Test
  void ofCommentsWithoutATextOnlyTheWriterIsCounted() {
    Comments comments = new Comments();
    comments.add(1, EventRows.UNKNOWN);
    comments.add(1, words(3));
    comments.add(2, EventRows.UNKNOWN);
    assertThat(comments.all()).isEqualTo(3);
    assertThat(comments.texts()).isEqualTo(1);
    assertThat(comments.distinct()).isEqualTo(2);
    assertThat(comments.words()).isEqualTo(3);
    assertThat(comments.of(CommentText.EMPTY)).isZero();
  }

  @Test
  void whatHasNoWordsIsNotRepeated() {
    Comments comments = new Comments();
    comments.add(0, CommentText.MENTION_ONLY);
    comments.add(0, CommentText.MENTION_ONLY);
    comments.add(0, CommentText.EMPTY);
    comments.add(5, CommentText.EMOJI_ONLY);
    comments.add(5, CommentText.EMOJI_ONLY);
    comments.add(7, words(2) | CommentText.GENERIC);
    comments.add(7, words(2) | CommentText.GENERIC);
    comments.add(7, words(2) | CommentText.GENERIC);
    assertThat(comments.repeats()).isEqualTo(2);
    assertThat(comments.of(CommentText.GENERIC)).isEqualTo(3);
    comments.clear();
    assertThat(comments.all() + comments.texts() + comments.repeats() + comments.words()).isZero();
  }
}
