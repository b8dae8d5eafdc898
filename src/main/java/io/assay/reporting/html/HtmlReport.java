package io.assay.reporting.html;

import io.assay.reporting.html.model.ReportModel;
import io.assay.reporting.html.page.ReportJson;
import io.assay.reporting.html.page.ReportPage;

/**
 * The front door: shows a day's values as a page and as JSON, and writes both.
 *
 * @param model what {@link io.assay.reporting.html.collect.ReportCollector} found
 */
public record HtmlReport(ReportModel model) {

  /**
   * @throws io.assay.contracts.UserError if the files cannot be written; then nothing has changed
   */
  public void write(ReportFiles files) {
    files.write(ReportPage.html(model), ReportJson.text(model));
  }
}
