package foyer.bridge.sim;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.concurrent.atomic.AtomicBoolean;

/** The few calls of the C library (Linux) that make a terminal raw and hold it open. */
final class Termios {
    private static final int O_RDWR = 2;
    /** Without it a terminal could become this process's own, and its end this process's. */
    private static final int O_NOCTTY = 0x100;

    private static final int O_CLOEXEC = 0x80000;
    private static final int O_NONBLOCK = 0x800;
    private static final int F_SETFL = 4;
    private static final int TCSANOW = 0;
    /** More than any system's struct termios; its fields are left to the C library. */
    private static final long TERMIOS_BYTES = 256;

    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
    private static final MemoryLayout POINTER = ValueLayout.ADDRESS;
    private static final MethodHandle OPEN =
            function("open", FunctionDescriptor.of(INT, POINTER, INT), Linker.Option.firstVariadicArg(2));
    private static final MethodHandle FCNTL =
            function("fcntl", FunctionDescriptor.of(INT, INT, INT, INT), Linker.Option.firstVariadicArg(2));
    private static final MethodHandle CLOSE = function("close", FunctionDescriptor.of(INT, INT));
    private static final MethodHandle TCGETATTR = function("tcgetattr", FunctionDescriptor.of(INT, INT, POINTER));
    private static final MethodHandle TCSETATTR = function("tcsetattr", FunctionDescriptor.of(INT, INT, INT, POINTER));
    private static final MethodHandle CFMAKERAW = function("cfmakeraw", FunctionDescriptor.ofVoid(POINTER));

    private Termios() {}

    /** A terminal held open. */
    static final class Handle implements AutoCloseable {
        private final int descriptor;
        private final AtomicBoolean closed = new AtomicBoolean();

        private Handle(int descriptor) {
            this.descriptor = descriptor;
        }

        @Override
        public void close() {
            // A number closed twice could be another file by then.
            if (closed.compareAndSet(false, true)) {
                int result = call(CLOSE, descriptor);
                assert result == 0 || result == -1;
            }
        }
    }

    /** Opens a terminal, makes it raw (no echo, no lines, all 8 bits) and keeps it open. */
    static Handle openRaw(String path) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            int descriptor = call(OPEN, arena.allocateFrom(path), O_RDWR | O_NOCTTY | O_CLOEXEC);
            if (descriptor < 0) {
                throw new IOException(path + " cannot be opened");
            }
            Handle handle = new Handle(descriptor);
            MemorySegment settings = arena.allocate(TERMIOS_BYTES);
            boolean raw = call(TCGETATTR, descriptor, settings) == 0;
            if (raw) {
                makeRaw(settings);
                raw = call(TCSETATTR, descriptor, TCSANOW, settings) == 0;
            }
            if (!raw) {
                handle.close();
                throw new IOException(path + " cannot be made raw");
            }
            return handle;
        }
    }

    /** From now on a write returns at once, also when it could take nothing. */
    static void neverWait(int descriptor) throws IOException {
        if (call(FCNTL, descriptor, F_SETFL, O_RDWR | O_NONBLOCK) != 0) {
            throw new IOException("a pseudo-terminal cannot be set not to wait");
        }
    }

    private static void makeRaw(MemorySegment settings) {
        try {
            CFMAKERAW.invokeWithArguments(settings);
        } catch (Throwable broken) {
            throw new IllegalStateException("cfmakeraw", broken);
        }
    }

    private static int call(MethodHandle function, Object... arguments) {
        try {
            return (int) function.invokeWithArguments(arguments);
        } catch (Throwable broken) {
            throw new IllegalStateException("the C library's function failed", broken);
        }
    }

    /** Restricted, because a wrong descriptor could crash the process; these are the C library's own prototypes. */
    @SuppressWarnings("restricted")
    private static MethodHandle function(String name, FunctionDescriptor descriptor, Linker.Option... options) {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), descriptor, options);
    }
}
