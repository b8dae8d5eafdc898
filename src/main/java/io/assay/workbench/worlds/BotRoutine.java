package io.assay.workbench.worlds;

import io.assay.workbench.worlds.Engagement.Manner;
import io.assay.workbench.worlds.Engagement.Tone;

/**
 * Software that runs one account: it advertises under popular posts with a few templates, acts at
 * fixed intervals, or acts at any hour of day and night. Software that follows leaves no
 * engagements; see {@link Following}.
 */
final class BotRoutine implements Behaviour {
  private static final long serialVersionUID = 1L;

  private static final int FRESH_HOURS = 48;

  /** Seconds by which a timer misses. */
  private static final int JITTER = 3;

  private static final double ADVERT_SECONDS = 2 * 3_600;
  private static final double ADVERT_SPREAD = 1;
  private static final Manner ADVERT = new Manner(0.95, 0.5, 0, Tone.TEMPLATE);
  private static final Manner TIMER = new Manner(0.05, 1, 1, Tone.GENERIC);
  private static final Manner SLEEPLESS = new Manner(0.15, 0.7, 0.6, Tone.SPECIFIC);

  private final Society society;
  private final Attention attention;

  BotRoutine(Society society, Attention attention) {
    this.society = society;
    this.attention = attention;
  }

  @Override
  public void act(Person actor, EngagementsOfActor done) {
    Rng rng = Rng.of(society.seed(), "bot", actor.index());
    switch (actor.role()) {
      case COMMENT_TEMPLATE -> advertise(actor, rng, done);
      case REGULAR_INTERVAL -> tick(actor, rng, done);
      case ROUND_THE_CLOCK -> neverSleep(actor, rng, done);
      default -> {
        // Everybody else decides for himself.
      }
    }
  }

  /** EngagementsOfActor of a bot within the world's days. */
  static int actions(Society society, Person bot) {
    Layout layout = society.cast().layout();
    LatinHypercube spread =
        new LatinHypercube(society.seed(), bot.role().name(), layout.count(bot.role()));
    double actions =
        spread.logarithmic(society.world().bots.actions(), "actions", layout.position(bot.index()));
    return (int) Math.round(actions);
  }

  private void advertise(Person bot, Rng rng, EngagementsOfActor done) {
    int actions = actions(society, bot);
    for (int i = 0; i < actions; i++) {
      int post = attention.popular(rng);
      long posted = society.timeline().posted(post);
      long after = (long) Math.ceil(rng.logNormal(ADVERT_SECONDS, ADVERT_SPREAD));
      done.add(ADVERT.engage(post, posted + after, true, rng));
    }
  }

  private void tick(Person bot, Rng rng, EngagementsOfActor done) {
    int actions = actions(society, bot);
    long interval = (society.crawlDay() - society.start()) / (actions + 1L);
    long first = society.start() + (long) (interval * rng.uniform());
    for (int i = 0; i < actions; i++) {
      react(first + i * interval + rng.below(JITTER), TIMER, rng, done);
    }
  }

  private void neverSleep(Person bot, Rng rng, EngagementsOfActor done) {
    int actions = actions(society, bot);
    double mean = (society.crawlDay() - society.start()) / (double) actions;
    double second = society.start();
    for (int i = 0; i < actions; i++) {
      second += rng.exponential(mean);
      react((long) second, SLEEPLESS, rng, done);
    }
  }

  private void react(long second, Manner manner, Rng rng, EngagementsOfActor done) {
    int post = society.timeline().anyRecent(second, FRESH_HOURS, rng);
    if (post >= 0) {
      done.add(manner.engage(post, second, true, rng));
    }
  }
}
