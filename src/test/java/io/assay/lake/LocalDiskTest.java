package io.assay.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Held against Hadoop's own file system, which does the same by other programs. */
class LocalDiskTest {
  @TempDir private java.nio.file.Path folder;
  private final Configuration conf = new Configuration(false);
  private FileSystem ours;
  private FileSystem hadoops;

  @BeforeEach
  void open() throws IOException {
    LocalDisk.settings().forEach((key, name) -> conf.set(key.substring(13), name));
    ours = FileSystem.newInstance(folder.toUri(), conf);
    hadoops = new LocalFileSystem();
    hadoops.initialize(folder.toUri(), new Configuration(false));
    assertThat(ours).isInstanceOf(LocalDisk.class);
  }

  private Path path(String name) {
    return new Path(folder.resolve(name).toUri());
  }

  private String permissions(String name) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name)));
  }

  @Test
  void permissionsAreThoseThatHadoopGives() throws IOException {
    for (String mode : new String[] {"640", "755", "600"}) {
      FsPermission permission = new FsPermission(mode);
      FileSystem.create(ours, path("ours"), permission).close();
      FileSystem.create(hadoops, path("hadoops"), permission).close();
      assertThat(permissions("ours"))
          .isEqualTo(permissions("hadoops"))
          .isEqualTo(permission.toString());
    }
    FileSystem.mkdirs(ours, path("folder"), new FsPermission("750"));
    assertThat(permissions("folder")).isEqualTo("rwxr-x---");
  }

  @Test
  void aFileAndItsChecksumAreTheSameBytes() throws IOException {
    for (FileSystem files : new FileSystem[] {ours, hadoops}) {
      try (FSDataOutputStream out = files.create(path(files == ours ? "a" : "b"))) {
        out.writeUTF("twelve followers");
      }
    }
    assertThat(folder.resolve("a")).hasSameBinaryContentAs(folder.resolve("b"));
    assertThat(folder.resolve(".a.crc")).hasSameBinaryContentAs(folder.resolve(".b.crc"));
  }

  @Test
  void linksAreWhatHadoopTakesThemFor() throws IOException {
    Files.writeString(folder.resolve("file"), "x");
    Files.createSymbolicLink(folder.resolve("link"), folder.resolve("file"));
    for (String name : new String[] {"file", "link"}) {
      FileStatus told = ours.getFileLinkStatus(path(name));
      FileStatus expected = hadoops.getFileLinkStatus(path(name));
      assertThat(told.isSymlink()).isEqualTo(expected.isSymlink());
      assertThat(told.getLen()).isEqualTo(expected.getLen());
      assertThat(told.getPath()).isEqualTo(expected.getPath());
    }
  }

  @Test
  void aCommitIsNotRenamedOverAnother() throws IOException {
    FileContext context = FileContext.getFileContext(folder.toUri(), conf);
    Files.writeString(folder.resolve("mine"), "x");
    Files.writeString(folder.resolve("theirs"), "y");
    assertThatThrownBy(() -> context.rename(path("mine"), path("theirs")))
        .isInstanceOf(FileAlreadyExistsException.class);
    context.rename(path("mine"), path("free"));
    assertThat(folder.resolve("free")).hasContent("x");
    assertThat(folder.resolve("theirs")).hasContent("y");
  }
}
