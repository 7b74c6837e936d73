package dev.slipway.delivery.isolation;

import java.nio.file.Path;

/** Mounts in the format of fstab(5): one process of mount(8) makes them all. */
final class MountTable {

    private final StringBuilder text = new StringBuilder();

    void bind(Path source, Path target, boolean readOnly) {
        add(escaped(source), target, "none", readOnly ? "bind,ro" : "bind");
    }

    /** With what is mounted below it. */
    void bindTree(Path source, Path target) {
        add(escaped(source), target, "none", "rbind,ro");
    }

    void special(String type, Path target, String options) {
        add(type, target, type, options);
    }

    private void add(String source, Path target, String type, String options) {
        text.append(source)
                .append(' ')
                .append(escaped(target))
                .append(' ')
                .append(type)
                .append(' ')
                .append(options)
                .append(" 0 0\n");
    }

    private static String escaped(Path path) {
        return path.toString()
                .replace("\\", "\\134")
                .replace(" ", "\\040")
                .replace("\t", "\\011")
                .replace("\n", "\\012");
    }

    String text() {
        return text.toString();
    }
}
