package io.assay.workbench.worlds;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;

/** Ids, handles and names. Ids tell nothing of roles. */
final class Names implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final int MOST_DIGITS = 99;
  private static final int THROWAWAY_DIGITS = 100_000_000;

  private final Society society;
  private final long seed;

  Names(Society society) {
    this.society = society;
    seed = society.seed();
  }

  String account(int index) {
    return Long.toString(Identifiers.number(society.place(index), seed));
  }

  String post(int post) {
    return Long.toString(Identifiers.number(society.postNumber(post), ~seed));
  }

  /** Id of an actor's comment; mixing is a bijection, so no two are equal. */
  String comment(int actor, int post) {
    long pair = (long) society.place(actor) << 32 | society.postNumber(post);
    return Long.toUnsignedString(Rng.mix(pair ^ Rng.mix(seed)));
  }

  /** The name in the account's address; throwaways have one that nobody else had taken. */
  String handle(Person person) {
    Rng rng = Rng.of(seed, "handle", person.index());
    String first = pick(words(person).firstNames, rng);
    String surname = surname(person);
    double form = rng.uniform();
    if (person.look() == Person.Look.THROWAWAY) {
      return form < 0.7
          ? first + rng.below(THROWAWAY_DIGITS)
          : surname + rng.below(10) + "_" + first;
    }
    if (form < 0.35) {
      return first + "." + surname;
    }
    if (form < 0.55) {
      return first + "_" + surname;
    }
    if (form < 0.75) {
      return surname + "." + pick(Vocabulary.TOPICS, rng);
    }
    if (form < 0.87) {
      return surname + "_" + first;
    }
    return first + surname + (1 + rng.below(MOST_DIGITS));
  }

  /** The name shown; null for those who gave none. */
  String display(Person person) {
    Rng rng = Rng.of(seed, "handle", person.index());
    int name = rng.below(words(person).firstNames.size());
    String first = words(person).nativeNames.get(name);
    Rng form = Rng.of(seed, "display", person.index());
    double which = form.uniform();
    if (person.look() == Person.Look.THROWAWAY) {
      return which < 0.5 ? null : first;
    }
    if (which < 0.6) {
      String surname = surname(person);
      return first + " " + surname.substring(0, 1).toUpperCase(Locale.ROOT) + surname.substring(1);
    }
    return which < 0.85 ? first : first + " " + pick(Vocabulary.EMOJI, form);
  }

  private String surname(Person person) {
    return Identifiers.surname(society.place(person.index()), seed);
  }

  private static Vocabulary words(Person person) {
    return Languages.vocabulary(person.language());
  }

  private static String pick(List<String> values, Rng rng) {
    return values.get(rng.below(values.size()));
  }
}
