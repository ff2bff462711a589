package foyer.bridge.scan.camera;

import foyer.bridge.line.LineLost;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * The running program that shows what the camera sees on its standard output. What it complains of is drained, so that
 * it never waits for a reader; the first line of it is kept, the rest is not.
 */
final class CameraCommand implements AutoCloseable {
    private static final int LONGEST_COMPLAINT = 200;
    private static final long END_MILLIS = 500;

    private final String name;
    private final Process process;
    private final Thread drain;
    private volatile String complaint = "";

    private CameraCommand(String name, Process process) {
        this.name = name;
        this.process = process;
        this.drain =
                Thread.ofPlatform().daemon().name("foyer-camera-complaints").unstarted(this::drain);
    }

    /**
     * Starts a program; nothing is sent to it.
     *
     * @param command the program and its arguments
     * @throws LineLost if there is no such program, or it may not be started
     */
    static CameraCommand start(List<String> command) throws LineLost {
        if (command.isEmpty()) {
            throw new LineLost("no camera command is given");
        }
        String name = command.getFirst();
        try {
            Process process = new ProcessBuilder(command).start();
            process.getOutputStream().close();
            CameraCommand started = new CameraCommand(name, process);
            started.drain.start();
            return started;
        } catch (IOException missing) {
            LineLost lost = new LineLost("the camera command " + name + " cannot be started: is it installed?");
            lost.initCause(missing);
            throw lost;
        }
    }

    InputStream pictures() {
        return process.getInputStream();
    }

    /** Why it ended, in words for staff; to be asked when there are no more pictures. */
    String ending() throws InterruptedException {
        drain.join(END_MILLIS);
        boolean ended = process.waitFor(END_MILLIS, TimeUnit.MILLISECONDS);
        return "the camera command " + name
                + (ended ? " ended with " + process.exitValue() : " shows no more pictures")
                + said();
    }

    /** What it first complained of, to be put behind other words; empty if it did not. */
    String said() {
        return complaint.isEmpty() ? "" : ": " + complaint;
    }

    String name() {
        return name;
    }

    private void drain() {
        byte[] rest = new byte[1024];
        try (InputStream errors = process.getErrorStream()) {
            StringBuilder first = new StringBuilder();
            for (int b = errors.read(); b >= 0 && b != '\n'; b = errors.read()) {
                if (first.length() < LONGEST_COMPLAINT) {
                    first.append(b >= ' ' && b <= '~' ? (char) b : ' ');
                    complaint = first.toString();
                }
            }
            complaint = first.toString().strip();
            int count = 0;
            while (count >= 0) {
                count = errors.read(rest);
            }
        } catch (IOException closed) {
            complaint = complaint.strip();
        }
    }

    /** Ends the program, and what it started, and waits for them: the camera may be opened anew at once. */
    @Override
    public void close() {
        List<ProcessHandle> all = Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList();
        try {
            all.forEach(ProcessHandle::destroy);
            if (!haveEnded(all)) {
                all.forEach(ProcessHandle::destroyForcibly);
                var unused = haveEnded(all);
            }
        } catch (InterruptedException ending) {
            all.forEach(ProcessHandle::destroyForcibly);
            Thread.currentThread().interrupt();
        }
    }

    private static boolean haveEnded(List<ProcessHandle> processes) throws InterruptedException {
        try {
            CompletableFuture.allOf(
                            processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
                    .get(END_MILLIS, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException late) {
            return false;
        } catch (ExecutionException broken) {
            throw new IllegalStateException("waiting for a program failed", broken);
        }
    }
}
