package io.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.contracts.QualityGateError;
import io.assay.contracts.TableLockedError;
import io.assay.contracts.UserError;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class FailureTest {

  @Test
  void exitCodesMeanSomething() {
    assertThat(Failure.of(new UserError("m", "r")).exitCode()).isEqualTo(2);
    assertThat(Failure.of(new QualityGateError("m", "r")).exitCode()).isEqualTo(3);
    assertThat(Failure.of(new TableLockedError("m", "r")).exitCode()).isEqualTo(4);
    assertThat(Failure.of(new IllegalStateException("m")).exitCode()).isEqualTo(1);
  }

  @Test
  void aFailureIsFoundHoweverDeepItWasWrapped() {
    Throwable wrapped =
        new RuntimeException(
            "job aborted", new IOException(new UserError("no such file", "Look.")));
    assertThat(Failure.of(wrapped).lastLine()).isEqualTo("assay: error: no such file. Look.");
  }

  @Test
  void theLastLineIsOneLineAndPrintable() {
    Failure failure = new Failure(2, "3 problem(s):\n  a\n  b", "Correct\u202e\u0007 them.");
    assertThat(failure.lastLine())
        .isEqualTo("assay: error: 3 problem(s). Correct\\u202e\\u0007 them.");
  }

  @Test
  void aBugAsksForAReport() {
    assertThat(Failure.of(new IllegalStateException("odd\nstate")).lastLine())
        .isEqualTo(
            "assay: error: unexpected IllegalStateException: odd. This is a bug; run again with"
                + " --verbose for the stack trace, and report it.");
  }

  @Test
  void whatTheMachineLacksIsNamed() {
    assertThat(Failure.of(new OutOfMemoryError("Java heap space")).lastLine())
        .contains("ASSAY_JAVA_OPTS=-Xmx");
    assertThat(
            Failure.of(new RuntimeException("x", new IOException("No space left on device")))
                .lastLine())
        .contains("a disk is full");
    assertThat(Failure.of(new IllegalStateException("SparkContext has been shutdown")).lastLine())
        .contains("stopped from outside", "Run the same command again");
  }

  @Test
  void aCircleOfCausesEnds() {
    RuntimeException a = new RuntimeException("a");
    RuntimeException b = new RuntimeException("b", a);
    a.initCause(b);
    assertThat(Failure.of(a).exitCode()).isEqualTo(1);
  }
}
