package io.assay.reporting.html;

import io.assay.contracts.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Where a report is written: a page, and beside it the same as JSON. Both are written in full
 * before either takes its place, so nobody ever reads half of one.
 *
 * @param page an HTML file
 */
public record ReportFiles(Path page) {
  private static final String REMEDY =
      "Name a file in a folder that exists and can be written, with --out.";

  /**
   * @throws UserError if it could not be written there
   */
  public static ReportFiles at(String out) {
    Path page;
    try {
      page = Path.of(out).toAbsolutePath();
    } catch (InvalidPathException e) {
      throw new UserError("--out " + out + " is no path", REMEDY, e);
    }
    Path folder = page.getParent();
    if (folder == null || page.getFileName() == null || Files.isDirectory(page)) {
      throw new UserError("--out " + out + " is a folder", REMEDY);
    }
    if (!Files.isDirectory(folder)) {
      throw new UserError("--out " + out + ": its folder " + folder + " does not exist", REMEDY);
    }
    if (!Files.isWritable(folder)) {
      throw new UserError("--out " + out + ": its folder " + folder + " is read-only", REMEDY);
    }
    ReportFiles files = new ReportFiles(page);
    if (Files.isDirectory(files.json())) {
      throw new UserError(
          "--out " + out + ": the JSON beside it would be " + files.json() + ", a folder", REMEDY);
    }
    return files;
  }

  /** The same name with the ending .json. */
  public Path json() {
    String name = page.getFileName().toString();
    return page.resolveSibling(name.replaceFirst("\\.html?$", "") + ".json");
  }

  /**
   * @throws UserError if they cannot be written; then each of the two is what it was, or whole and
   *     new
   */
  public void write(String html, String values) {
    Path pagePart = part(page);
    Path jsonPart = part(json());
    try {
      Files.writeString(pagePart, html, StandardCharsets.UTF_8);
      Files.writeString(jsonPart, values, StandardCharsets.UTF_8);
      Files.move(jsonPart, json(), StandardCopyOption.REPLACE_EXISTING);
      Files.move(pagePart, page, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UserError(
          "the report cannot be written to " + page + ": " + e.getMessage(), REMEDY, e);
    } finally {
      remove(pagePart);
      remove(jsonPart);
    }
  }

  private static Path part(Path file) {
    return file.resolveSibling("." + file.getFileName() + "." + ProcessHandle.current().pid());
  }

  private static void remove(Path part) {
    try {
      Files.deleteIfExists(part);
    } catch (IOException e) {
      throw new UserError(part + " is left behind: " + e.getMessage(), "Remove it.", e);
    }
  }
}
