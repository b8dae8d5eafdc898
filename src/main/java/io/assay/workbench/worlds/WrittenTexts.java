package io.assay.workbench.worlds;

import java.util.ArrayList;
import java.util.List;

/** Captions, hashtags and comments. */
final class WrittenTexts {
  private static final double HAS_EMOJI = 0.5;
  private static final double ONLY_EMOJI = 0.2;
  private static final double HAS_CLOSING = 0.7;
  private static final int COPIES = 3;
  private static final int MOST_EMOJI = 3;

  private WrittenTexts() {}

  /** Up to four different hashtags of the author's niche. */
  static List<String> hashtags(Person author, Rng rng) {
    int first = rng.below(Niche.hashtags());
    int count = rng.below(Niche.hashtags() + 1);
    List<String> tags = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int n = (first + i) % Niche.hashtags();
      tags.add(Niche.hashtag(author.niche(), author.language(), n));
    }
    return tags;
  }

  /**
   * @param mentioned handle of whoever is mentioned; null for nobody
   */
  static String caption(Person author, List<String> hashtags, String mentioned, Rng rng) {
    Vocabulary words = Languages.vocabulary(author.language());
    StringBuilder text = new StringBuilder(pick(words.openings, rng));
    text.append(' ').append(Niche.subject(author.niche(), author.language(), rng));
    if (rng.chance(HAS_EMOJI)) {
      text.append(' ').append(pick(Vocabulary.EMOJI, rng));
    }
    if (rng.chance(HAS_CLOSING)) {
      text.append(' ').append(pick(words.closings, rng));
    }
    if (mentioned != null) {
      text.append(" @").append(mentioned);
    }
    hashtags.forEach(tag -> text.append(" #").append(tag));
    return text.toString();
  }

  /** Text of a comment; null if the engagement has none. */
  static String comment(Engagement done, Person actor, Society society) {
    if (!done.comment()) {
      return null;
    }
    long seed = society.seed();
    Rng rng = Rng.of(seed, "text", actor.index(), done.post());
    return switch (done.tone()) {
      case GENERIC -> generic(actor.language(), rng);
      case SPECIFIC -> specific(done, actor, society, rng);
      case ENTRY -> pick(Remarks.ENTRIES, rng);
      case TEMPLATE -> Remarks.TEMPLATES.get(template(actor, society, rng));
      case COPIED -> {
        // A few texts under each post; all workers choose among the same.
        Rng shared = Rng.of(seed, "copied " + actor.group(), done.post(), rng.below(COPIES));
        yield generic(actor.language(), shared);
      }
    };
  }

  private static String generic(int language, Rng rng) {
    if (rng.chance(ONLY_EMOJI)) {
      return pick(Vocabulary.EMOJI, rng).repeat(1 + rng.below(MOST_EMOJI));
    }
    String text = pick(Remarks.generic(language), rng);
    return rng.chance(HAS_EMOJI) ? text + " " + pick(Vocabulary.EMOJI, rng) : text;
  }

  private static String specific(Engagement done, Person actor, Society society, Rng rng) {
    int niche = society.niche(society.timeline().author(done.post()));
    String subject = Niche.subject(niche, actor.language(), rng);
    String text = pick(Remarks.specific(actor.language()), rng).replace("*", subject);
    return rng.chance(HAS_EMOJI / 2) ? text + " " + pick(Vocabulary.EMOJI, rng) : text;
  }

  private static int template(Person actor, Society society, Rng rng) {
    Span templates = society.world().bots.templates();
    Rng own = Rng.of(society.seed(), "templates", actor.index());
    int count = (int) Math.round(own.uniform(templates.low(), templates.high()));
    int first = own.below(Remarks.TEMPLATES.size());
    return (first + rng.below(count)) % Remarks.TEMPLATES.size();
  }

  private static String pick(List<String> values, Rng rng) {
    return values.get(rng.below(values.size()));
  }
}
