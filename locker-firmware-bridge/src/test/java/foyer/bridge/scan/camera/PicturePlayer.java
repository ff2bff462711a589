package foyer.bridge.scan.camera;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A program in the place of a camera's: plays a file of JPEG pictures at a pace, over and over. */
public final class PicturePlayer {
    private PicturePlayer() {}

    /** The command that starts it on this JVM. */
    public static List<String> command(Path file, int perSecond, int pictures) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                PicturePlayer.class.getName(),
                file.toString(),
                Integer.toString(perSecond),
                Integer.toString(pictures));
    }

    /** Takes the file, pictures a second, and how many to show in all (0 for no end). */
    public static void main(String[] arguments) throws Exception {
        byte[] file = Files.readAllBytes(Path.of(arguments[0]));
        List<byte[]> pictures = new MjpegStream().feed(file, file.length);
        long apart = TimeUnit.SECONDS.toNanos(1) / Integer.parseInt(arguments[1]);
        int most = Integer.parseInt(arguments[2]);
        long due = System.nanoTime();
        OutputStream out = new FileOutputStream(FileDescriptor.out);
        for (int i = 0; most == 0 || i < most; i++) {
            while (System.nanoTime() - due < 0) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            out.write(pictures.get(i % pictures.size()));
            due += apart;
        }
        System.err.println("all pictures were shown");
    }
}
