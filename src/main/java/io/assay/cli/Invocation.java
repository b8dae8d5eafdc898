package io.assay.cli;

import io.assay.contracts.UserError;
import io.assay.job.Progress;
import io.assay.settings.Settings;
import io.assay.settings.SettingsLoader;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import net.sourceforge.argparse4j.inf.Namespace;

/**
 * One call of a command.
 *
 * @param options the parsed arguments
 * @param out results
 * @param progress tells a waiting person what is being done
 * @param summary what {@code --summary} will hold
 */
record Invocation(Namespace options, PrintStream out, Progress progress, Summary summary) {

  /** An argument's text; null where it was not given. */
  String text(String option) {
    return options.getString(option);
  }

  boolean flag(String option) {
    return Boolean.TRUE.equals(options.getBoolean(option));
  }

  boolean dryRun() {
    return flag("dry_run");
  }

  String lake() {
    return notBlank("--lake", text("lake"));
  }

  LocalDate asOf() {
    return Dates.day("--as-of", text("as_of"));
  }

  /** The shipped settings, overlaid by {@code --conf} and {@code --set}. */
  Settings settings() {
    return SettingsLoader.load(list("conf").stream().map(Path::of).toList(), list("set"));
  }

  /** Values of an argument that may be given several times; none where it was not given. */
  List<String> list(String option) {
    List<String> values = options.getList(option);
    return values == null ? List.of() : values;
  }

  static String notBlank(String option, String value) {
    if (value.isBlank()) {
      throw new UserError(option + " is empty", "Give it a value.");
    }
    return value;
  }
}
