package io.assay.cli;

import io.assay.contracts.Tables;
import java.util.List;
import net.sourceforge.argparse4j.inf.Subparser;

/** Prints the data dictionary. */
final class TablesCommand implements Command {

  @Override
  public String name() {
    return "tables";
  }

  @Override
  public String summary() {
    return "print the data dictionary: every table and column";
  }

  @Override
  public String description() {
    return "Prints every table with its grain, key, partitions, columns (type, unit, meaning,"
        + " and whether they tell who somebody is), how long it is kept, and"
        + " rules, out of the declarations that the tables are made from.";
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("jobs/assay tables > src/docs/tables.md", "refresh the documentation"),
        new Example("jobs/assay tables --format json", "for a catalogue"));
  }

  @Override
  public void declare(Subparser parser) {
    Options.format(parser, "markdown", "json");
    Options.reporting(parser);
  }

  @Override
  public String run(Invocation call) {
    call.out()
        .print(
            call.text("format").equals("json") ? DataDictionary.json() : DataDictionary.markdown());
    return Texts.counted(Tables.ALL.size(), "table") + " listed.";
  }
}
