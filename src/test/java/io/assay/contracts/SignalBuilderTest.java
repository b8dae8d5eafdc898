package io.assay.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A signal that lacks something does not load, and says what it lacks. */
class SignalBuilderTest {

  /** A whole signal. */
  private static SignalBuilder whole() {
    return Signal.named("naps", Family.BEHAVIOUR, SignalInput.ACTIONS)
        .high("naps {value time} a day")
        .is("naps a day", "per day", "activity.naps")
        .needs("it never naps")
        .benign("a cat")
        .because("cats nap");
  }

  record Broken(String says, UnaryOperator<SignalBuilder> change) {
    @Override
    public String toString() {
      return says;
    }
  }

  static Stream<Broken> broken() {
    return Stream.of(
        new Broken("signal naps: no SQL, see is()", b -> b.is("naps a day", "per day", " ")),
        new Broken("signal naps: no meaning, see is()", b -> b.is("", "per day", "activity.naps")),
        new Broken(
            "signal naps: no unit, see is(); \"\" for none",
            b -> b.is("naps a day", null, "activity.naps")),
        new Broken("signal naps: no reason why it can be unknown, see needs()", b -> b.needs(null)),
        new Broken("signal naps: no innocent explanation, see benign()", b -> b.benign("")),
        new Broken(
            "signal naps: no reason why it is suspicious, see because()", b -> b.because("")),
        new Broken(
            "signal naps: no suspicious direction: give the sentence of high(), low() or flag()",
            b -> b.high(null)),
        new Broken("signal naps: a sentence is empty", b -> b.low(" ")),
        new Broken(
            "signal naps: a sentence does not tell the {value}: naps a lot",
            b -> b.high("naps a lot")),
        new Broken(
            "signal naps: true or false has no {value} to tell: naps {value}",
            b -> b.flag("naps {value}")),
        new Broken(
            "signal naps: true or false has no low()", b -> b.flag("naps").low("does not nap")),
        new Broken(
            "signal naps: magnitudes are of numbers of which high ones alone are suspicious",
            b -> b.byMagnitude().low("naps only {value time} a day")),
        new Broken(
            "signal naps: a share of posts is not true or false",
            b -> b.flag("naps").isShareOfPosts("of its posts those of naps", "text = 'nap'")));
  }

  @ParameterizedTest
  @MethodSource("broken")
  void whatIsMissingIsNamed(Broken broken) {
    SignalBuilder changed = broken.change().apply(whole());
    assertThatThrownBy(changed::build)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(broken.says());
  }

  @Test
  void allThatIsMissingIsNamedAtOnce() {
    assertThatThrownBy(() -> Signal.named("Naps!", null, null).build())
        .hasMessageStartingWith("signal Naps!: its name is a column's")
        .hasMessageContainingAll("no family", "no input", "no SQL", "no suspicious direction");
  }

  @Test
  void aWholeSignalIsWhatWasDeclared() {
    Signal signal = whole().build();
    assertThat(signal.direction()).isEqualTo(Direction.HIGH);
    assertThat(signal.isShareOfPosts()).isFalse();
    assertThat(signal.field().comment())
        .isEqualTo(
            "naps a day; suspicious where high. Null: see actions_reason; else it never naps");
    assertThat(whole().low("naps {value time}").build().direction()).isEqualTo(Direction.BOTH);
    assertThat(whole().high(null).low("naps {value time}").build().direction())
        .isEqualTo(Direction.LOW);
    assertThat(whole().flag("naps").build().field().comment()).contains("where true.");
  }

  @Test
  void twoSignalsOfOneNameDoNotLoad() {
    Signal signal = whole().build();
    assertThatThrownBy(() -> Signals.together(Stream.of(List.of(signal), List.of(signal))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("two signals are named naps");
  }
}
