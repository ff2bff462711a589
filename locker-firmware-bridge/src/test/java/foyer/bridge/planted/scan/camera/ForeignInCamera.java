package foyer.bridge.planted.scan.camera;

import java.lang.foreign.Linker;

/** Planted: a camera that calls the C library instead of a program. */
public final class ForeignInCamera {
    private ForeignInCamera() {}

    public static Linker linker() {
        return Linker.nativeLinker();
    }
}
