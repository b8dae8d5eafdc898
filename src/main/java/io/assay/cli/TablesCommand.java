package io.assay.cli;

import io.assay.cli.text.DataDictionary;
import io.assay.cli.text.Texts;
import io.assay.contracts.Signals;
import io.assay.contracts.Tables;
import java.util.List;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Subparser;

/** Prints the data dictionary. */
final class TablesCommand implements Command {

  @Override
  public String name() {
    return "tables";
  }

  @Override
  public String summary() {
    return "print the data dictionary: every table and column, or every signal";
  }

  @Override
  public String description() {
    return "Prints every table with its grain, key, partitions, columns (type, unit, meaning,"
        + " and whether they tell who somebody is), how long it is kept, and rules, out of the"
        + " declarations that the tables are made from. With --signals: every signal in words,"
        + " what it is measured from, why it is suspicious and what may explain it.";
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("jobs/assay tables > src/docs/tables.md", "refresh the documentation"),
        new Example("jobs/assay tables --signals > src/docs/signals.md", "the same of signals"),
        new Example("jobs/assay tables --format json", "for a catalogue"));
  }

  @Override
  public void declare(Subparser parser) {
    parser
        .addArgument("--signals")
        .action(Arguments.storeTrue())
        .help("print the signals instead, as markdown");
    Options.format(parser, "markdown", "json");
    Options.reporting(parser);
  }

  @Override
  public String run(Invocation call) {
    if (call.flag("signals")) {
      call.out().print(SignalDictionary.markdown());
      return Texts.counted(Signals.ALL.size(), "signal") + " listed.";
    }
    call.out()
        .print(
            call.text("format").equals("json") ? DataDictionary.json() : DataDictionary.markdown());
    return Texts.counted(Tables.ALL.size(), "table") + " listed.";
  }
}
