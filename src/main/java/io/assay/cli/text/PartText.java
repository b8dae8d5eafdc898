package io.assay.cli.text;

import io.assay.contracts.GroupTie;
import io.assay.contracts.Signal;
import io.assay.contracts.Signals;
import io.assay.reporting.changes.ChangesReport.ChangedPart;
import io.assay.text.PlainNumber;
import io.assay.text.Printable;
import java.util.Objects;
import java.util.Optional;

/** Why a part of a likelihood moved, in words. */
final class PartText {
  private static final String SHARE = "share";

  private PartText() {}

  static String of(ChangedPart part) {
    return switch (part.cause()) {
      case VALUE ->
          "its value changed, "
              + value(part, part.valueFrom())
              + " -> "
              + value(part, part.valueTo())
              + tails(part);
      case PEERS ->
          "its value is still "
              + value(part, part.valueTo())
              + ", "
              + (Objects.equals(part.peerGroupFrom(), part.peerGroupTo())
                  ? "its peers' reference changed"
                  : "its peers are others: "
                      + Printable.of(part.peerGroupFrom() + " -> " + part.peerGroupTo()))
              + tails(part);
      case WEIGHT -> weight(part);
      case KNOWN ->
          "known now, " + value(part, part.valueTo()) + "; as extreme: " + tail(part.tailTo());
      case UNKNOWN ->
          "not known any more, was "
              + value(part, part.valueFrom())
              + "; as extreme: "
              + tail(part.tailFrom());
      case JOINED -> "new: " + about(part);
      case LEFT -> "not any more: " + about(part);
      case LEVEL ->
          "this kind is estimated to be " + (part.part() > 0 ? "more" : "less") + " common here";
      case MODEL -> "the model starts from another likelihood";
      case UNEXPLAINED -> "not accounted for by the tables of the lake";
    };
  }

  private static String weight(ChangedPart part) {
    if (part.weightFrom() == null) {
      return "the model did not weigh it, now " + PlainNumber.of(part.weightTo(), false);
    }
    if (part.weightTo() == null) {
      return "the model does not weigh it any more, was "
          + PlainNumber.of(part.weightFrom(), false);
    }
    return "the model weighs it otherwise, "
        + PlainNumber.of(part.weightFrom(), false)
        + " -> "
        + PlainNumber.of(part.weightTo(), false);
  }

  private static String tails(ChangedPart part) {
    return part.tailFrom() == null || part.tailTo() == null
        ? ""
        : "; as extreme: " + PlainNumber.of(part.tailFrom(), true) + " -> " + tail(part.tailTo());
  }

  /** How many of the peers are as extreme. */
  private static String tail(double tail) {
    return PlainNumber.of(tail, true) + " of its peers";
  }

  private static String about(ChangedPart part) {
    return GroupTie.of(part.signal()).about();
  }

  private static String value(ChangedPart part, double value) {
    Optional<Signal> signal =
        Signals.ALL.stream().filter(s -> s.name().equals(part.signal())).findFirst();
    if (signal.isPresent() && signal.get().isFlag()) {
      return value == 1 ? "true" : "false";
    }
    return PlainNumber.of(value, signal.isEmpty() || signal.get().unit().startsWith(SHARE));
  }
}
