package foyer.bridge.scan;

import foyer.bridge.line.LineLost;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.Optional;

/** An opened Linux input device: the few calls of the C library that hold it, wait for it and read it. */
final class InputDevice implements AutoCloseable {
    /** How many bytes a long of the C library has, which decides the size of an input event. */
    static final long LONG_BYTES = layout("long").byteSize();

    static final int ENOENT = 2;
    static final int EINTR = 4;
    static final int EAGAIN = 11;
    static final int EACCES = 13;
    static final int EBUSY = 16;
    static final int ENODEV = 19;
    static final int EINVAL = 22;
    static final int ENOTTY = 25;

    private static final int O_RDONLY = 0;
    private static final int O_NONBLOCK = 0x800;
    private static final int O_CLOEXEC = 0x80000;
    /** _IOW('E', 0x90, int): from now on nobody else gets the device's events. */
    private static final int EVIOCGRAB = 0x40044590;

    private static final short POLLIN = 1;
    private static final int POLL_BYTES = 8;
    private static final int POLL_ANSWER_AT = 6;
    private static final int FOR_EVER = -1;
    private static final int BUFFER_BYTES = 64 * KeyEvents.BYTES_64;

    private static final StructLayout STATE = Linker.Option.captureStateLayout();
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
    private static final MemoryLayout LONG = layout("long");
    private static final MemoryLayout SIZE = layout("size_t");
    private static final MemoryLayout POINTER = ValueLayout.ADDRESS;

    private static final MethodHandle OPEN =
            function("open", FunctionDescriptor.of(INT, POINTER, INT), Linker.Option.firstVariadicArg(2));
    private static final MethodHandle IOCTL =
            function("ioctl", FunctionDescriptor.of(INT, INT, LONG, LONG), Linker.Option.firstVariadicArg(2));
    private static final MethodHandle POLL = function("poll", FunctionDescriptor.of(INT, POINTER, LONG, INT));
    private static final MethodHandle READ = function("read", FunctionDescriptor.of(LONG, INT, POINTER, SIZE));
    private static final MethodHandle WRITE = function("write", FunctionDescriptor.of(LONG, INT, POINTER, SIZE));
    private static final MethodHandle CLOSE = function("close", FunctionDescriptor.of(INT, INT));
    private static final MethodHandle EVENTFD = function("eventfd", FunctionDescriptor.of(INT, INT, INT));

    private final String path;
    private final int device;
    /** Readable once the device is to be left, so that whoever waits for a key wakes. */
    private final int bell;

    private boolean released;

    private InputDevice(String path, int device, int bell) {
        this.path = path;
        this.device = device;
        this.bell = bell;
    }

    /** @throws LineLost if it is not there, or may not be opened */
    static InputDevice open(Path path) throws LineLost {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(STATE);
            int device =
                    (int) call(OPEN, state, arena.allocateFrom(path.toString()), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
            if (device < 0) {
                throw new LineLost(InputTrouble.opening(path.toString(), error(state)));
            }
            int bell = (int) call(EVENTFD, state, 0, O_NONBLOCK | O_CLOEXEC);
            if (bell < 0) {
                int error = error(state);
                var unused = call(CLOSE, state, device);
                throw new LineLost("the system gives no more files (error " + error + ")");
            }
            return new InputDevice(path.toString(), device, bell);
        }
    }

    /** @throws LineLost if another program holds it, or it is no input device */
    void grab() throws LineLost {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(STATE);
            if (call(IOCTL, state, device, EVIOCGRAB, 1) != 0) {
                throw new LineLost(InputTrouble.grabbing(path, error(state)));
            }
        }
    }

    /**
     * Waits for the next bytes.
     *
     * @return empty if {@link #wake} was called
     * @throws LineLost if the device is gone
     */
    Optional<byte[]> read() throws LineLost {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(STATE);
            MemorySegment buffer = arena.allocate(BUFFER_BYTES);
            while (!isRung(arena, state)) {
                long count = call(READ, state, device, buffer, BUFFER_BYTES);
                int error = count < 0 ? error(state) : 0;
                if (count > 0) {
                    return Optional.of(buffer.asSlice(0, count).toArray(ValueLayout.JAVA_BYTE));
                }
                if (error != EINTR && error != EAGAIN) {
                    throw new LineLost(InputTrouble.reading(path, error));
                }
            }
            return Optional.empty();
        }
    }

    /** Waits until either the device or the bell has something; the bell goes first. */
    private boolean isRung(Arena arena, MemorySegment state) throws LineLost {
        MemorySegment both = arena.allocate(2L * POLL_BYTES, Integer.BYTES);
        both.set(ValueLayout.JAVA_INT, 0, device);
        both.set(ValueLayout.JAVA_SHORT, 4, POLLIN);
        both.set(ValueLayout.JAVA_INT, POLL_BYTES, bell);
        both.set(ValueLayout.JAVA_SHORT, POLL_BYTES + 4, POLLIN);
        if (call(POLL, state, both, 2, FOR_EVER) < 0 && error(state) != EINTR) {
            throw new LineLost(InputTrouble.reading(path, error(state)));
        }
        return both.get(ValueLayout.JAVA_SHORT, POLL_BYTES + POLL_ANSWER_AT) != 0;
    }

    /** Frees whoever waits in {@link #read}, now or later. */
    synchronized void wake() {
        if (released) {
            return;
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment one = arena.allocate(ValueLayout.JAVA_LONG);
            one.set(ValueLayout.JAVA_LONG, 0, 1);
            // Once rung it stays rung; a bell that cannot be rung once more was rung before.
            var unused = call(WRITE, arena.allocate(STATE), bell, one, Long.BYTES);
        }
    }

    /** Gives the device back, to be called by whoever read it; a number closed twice could be another file by then. */
    @Override
    public synchronized void close() {
        if (released) {
            return;
        }
        released = true;
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(STATE);
            var unused = call(CLOSE, state, device) + call(CLOSE, state, bell);
        }
    }

    private static int error(MemorySegment state) {
        return state.get(INT, STATE.byteOffset(MemoryLayout.PathElement.groupElement("errno")));
    }

    private static long call(MethodHandle function, Object... arguments) {
        try {
            return ((Number) function.invokeWithArguments(arguments)).longValue();
        } catch (Throwable broken) {
            throw new IllegalStateException("the C library's function failed", broken);
        }
    }

    private static MemoryLayout layout(String type) {
        MemoryLayout layout = Linker.nativeLinker().canonicalLayouts().get(type);
        if (layout == null) {
            throw new IllegalStateException("this system has no " + type);
        }
        return layout;
    }

    /** Restricted, because a wrong descriptor could crash the process; these are the C library's own prototypes. */
    @SuppressWarnings("restricted")
    private static MethodHandle function(String name, FunctionDescriptor descriptor, Linker.Option... options) {
        Linker linker = Linker.nativeLinker();
        Linker.Option[] all = new Linker.Option[options.length + 1];
        System.arraycopy(options, 0, all, 0, options.length);
        all[options.length] = Linker.Option.captureCallState("errno");
        return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), descriptor, all);
    }
}
