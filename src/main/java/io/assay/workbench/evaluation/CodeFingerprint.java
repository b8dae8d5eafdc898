package io.assay.workbench.evaluation;

import io.assay.contracts.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * Tells whether two processes run the same code: a hash of the application's classes but those of
 * the command line, which change no result. A version's name would not do: whoever works on the
 * code has one name for many states of it. Cost: reading some megabytes, once a process.
 */
final class CodeFingerprint {
  private static final String CODE = "io/assay/";
  private static final String COMMAND_LINE = "io/assay/cli/";

  private CodeFingerprint() {}

  /** SHA-256 of all classes by name, and Spark's version. */
  static String current() {
    return Holder.CURRENT;
  }

  private static final class Holder {
    static final String CURRENT = read();
  }

  private static String read() {
    try {
      CodeSource source = CodeFingerprint.class.getProtectionDomain().getCodeSource();
      Path place = Path.of(source.getLocation().toURI());
      TreeMap<String, String> hashes = Files.isDirectory(place) ? ofFolder(place) : ofJar(place);
      return Hashes.of(hashes.toString(), org.apache.spark.package$.MODULE$.SPARK_VERSION());
    } catch (IOException | URISyntaxException e) {
      throw new UserError(
          "the application's own classes cannot be read: " + e.getMessage(),
          "Leave --work out.",
          e);
    }
  }

  private static TreeMap<String, String> ofFolder(Path root) throws IOException {
    TreeMap<String, String> hashes = new TreeMap<>();
    try (Stream<Path> all = Files.walk(root.resolve(CODE))) {
      List<Path> files = all.filter(Files::isRegularFile).toList();
      for (Path file : files) {
        String name = root.relativize(file).toString().replace('\\', '/');
        if (counts(name)) {
          hashes.put(name, Hashes.of(Files.readAllBytes(file)));
        }
      }
    }
    return hashes;
  }

  private static TreeMap<String, String> ofJar(Path jar) throws IOException {
    TreeMap<String, String> hashes = new TreeMap<>();
    try (JarFile file = new JarFile(jar.toFile())) {
      for (ZipEntry entry : file.stream().filter(e -> counts(e.getName())).toList()) {
        try (InputStream in = file.getInputStream(entry)) {
          hashes.put(entry.getName(), Hashes.of(in.readAllBytes()));
        }
      }
    }
    return hashes;
  }

  private static boolean counts(String name) {
    return name.startsWith(CODE) && name.endsWith(".class") && !name.startsWith(COMMAND_LINE);
  }
}
