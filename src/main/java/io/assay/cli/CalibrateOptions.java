package io.assay.cli;

import io.assay.cli.text.ModelText;
import io.assay.contracts.Kind;
import io.assay.contracts.UserError;
import io.assay.workbench.calibration.FittedModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Subparser;

/**
 * The arguments of {@code assay calibrate}, checked before Spark starts.
 *
 * @param name of the model
 * @param out settings file to write
 * @param baseRates given by the caller
 */
record CalibrateOptions(String name, Path out, Map<Kind, Double> baseRates) {

  static void declare(Subparser parser) {
    Options.lake(parser);
    Options.asOf(parser);
    parser
        .addArgument("--name")
        .metavar("NAME")
        .required(true)
        .help("name of the model, new in ops.model: letters, digits, - _ and .");
    parser
        .addArgument("--out")
        .metavar("FILE")
        .required(true)
        .help("settings file to write; it must not exist");
    parser
        .addArgument("--base-rate")
        .metavar("K=SHARE")
        .action(Arguments.append())
        .help("share of accounts of a kind, e.g. bot=0.05 (default: that of the labels)");
    parser
        .addArgument("--labels")
        .metavar("PATH")
        .help("labels feed to fit to (default: those of the lake)");
    parser.addArgument("--label-source").metavar("SOURCE").help("only labels of this source");
    Options.settings(parser);
    Options.reporting(parser);
  }

  /**
   * @throws UserError for arguments that cannot be
   */
  static CalibrateOptions of(Invocation call) {
    String name = call.text("name");
    if (!name.matches("[A-Za-z0-9._-]{1,100}")) {
      throw new UserError(
          "--name " + name + " cannot name a model", "Use letters, digits, - _ and .");
    }
    Path out = Path.of(Invocation.notBlank("--out", call.text("out"))).toAbsolutePath();
    if (Files.exists(out) || !Files.isDirectory(out.getParent())) {
      throw new UserError(
          "--out " + call.text("out") + (Files.exists(out) ? " exists" : " cannot be written"),
          "Name a new file in a folder that exists.");
    }
    Map<Kind, Double> rates = new EnumMap<>(Kind.class);
    for (String given : call.list("base_rate")) {
      int equals = given.indexOf('=');
      String kind = equals < 0 ? given : given.substring(0, equals);
      if (!Kind.titles().contains(kind)) {
        throw new UserError(
            "--base-rate " + given + ": there is no kind '" + kind + "'",
            "Kinds are " + String.join(", ", Kind.titles()) + ", e.g. --base-rate bot=0.05.");
      }
      if (rates.put(Kind.of(kind), share(given, given.substring(equals + 1))) != null) {
        throw new UserError(
            "--base-rate " + given + ": " + kind + " has a base rate already",
            "Give one for each kind.");
      }
    }
    return new CalibrateOptions(name, out, rates);
  }

  private static double share(String given, String text) {
    try {
      double share = Double.parseDouble(text);
      if (share >= 1e-9 && share <= 1 - 1e-9) {
        return share;
      }
    } catch (NumberFormatException e) {
      throw new UserError(
          "--base-rate " + given + " is no number", "Give a share, e.g. bot=0.05.", e);
    }
    throw new UserError(
        "--base-rate " + given + " is no share between 0 and 1", "Give a share, e.g. bot=0.05.");
  }

  /**
   * @throws UserError if nothing was fitted, or not a kind whose base rate was given
   */
  void requireFitted(List<Kind> fitted, String labels) {
    if (fitted.isEmpty()) {
      throw new UserError(
          labels + " is too little for any kind",
          "What was printed says of each what is missing; label more accounts, or mend platform and"
              + " account_id of labels whose accounts are not found.");
    }
    for (Kind kind : baseRates.keySet()) {
      if (!fitted.contains(kind)) {
        throw new UserError(
            "--base-rate " + kind.title() + " was given, but " + kind.title() + " is not fitted",
            "What was printed says why; leave the base rate out.");
      }
    }
  }

  /**
   * Writes the settings of the models, whole or not at all.
   *
   * @param recorded run once the file is known to be writable, before it appears
   */
  void write(List<FittedModel> models, Runnable recorded) {
    StringBuilder yaml =
        new StringBuilder(
            "# Uses the model " + name + " of this lake's ops.model, fitted by assay calibrate.\n");
    yaml.append("assessment:\n  models:\n");
    models.forEach(model -> yaml.append(ModelText.yaml(model)));
    try {
      // Not a temporary file, which only its owner could read.
      Path half = out.resolveSibling("." + out.getFileName() + ".half");
      try {
        Files.writeString(half, yaml, StandardCharsets.UTF_8);
        recorded.run();
        Files.move(half, out, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(half);
      }
    } catch (IOException e) {
      throw new UserError(
          "--out " + out + " cannot be written: " + e.getMessage(),
          "Name a new file in a folder that can be written to.",
          e);
    }
  }
}
