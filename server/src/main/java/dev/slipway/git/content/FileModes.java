package dev.slipway.git.content;

import dev.slipway.documents.tree.FileMode;

/** Between our modes and JGit's. */
final class FileModes {

    private FileModes() {}

    static FileMode of(org.eclipse.jgit.lib.FileMode mode) {
        return switch (mode.getObjectType() == org.eclipse.jgit.lib.Constants.OBJ_TREE ? 0 : mode.getBits()) {
            case 0 -> FileMode.DIRECTORY;
            case 0100755 -> FileMode.EXECUTABLE;
            case 0120000 -> FileMode.SYMBOLIC_LINK;
            case 0160000 -> FileMode.SUBMODULE;
            default -> FileMode.REGULAR;
        };
    }

    static org.eclipse.jgit.lib.FileMode of(FileMode mode) {
        return org.eclipse.jgit.lib.FileMode.fromBits(mode.bits());
    }
}
