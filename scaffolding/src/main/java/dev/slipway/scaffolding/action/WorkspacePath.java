package dev.slipway.scaffolding.action;

import dev.slipway.documents.tree.TreeException;
import dev.slipway.documents.tree.TreePath;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Paths that a workspace takes: relative, within it, and such that what is written there can be checked out anywhere and
 * changes nothing about Git itself.
 */
final class WorkspacePath {

    private static final int LONGEST = 4096;
    private static final int LONGEST_NAME = 255;
    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*", Pattern.DOTALL);
    private static final Pattern DEVICE =
            Pattern.compile("(?i)(con|prn|aux|nul|com[1-9]|lpt[1-9])(\\..*)?", Pattern.DOTALL);
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    /** What file systems take for {@code .git}: without case, with blanks and dots at its end, with a stream, by its short name. */
    private static final Pattern GIT = Pattern.compile("(?i)(\\.git|git~[0-9]+)[ .]*(:.*)?", Pattern.DOTALL);
    /** Characters that some file systems leave out of names. */
    private static final Pattern IGNORED = Pattern.compile("[\\u200c-\\u200f\\u202a-\\u202e\\u206a-\\u206f\\ufeff]");

    private WorkspacePath() {}

    /** The normalised path; an ActionException if it leads out. */
    static String within(String path) {
        if (DRIVE.matcher(path).matches() || path.indexOf('\\') >= 0) {
            throw new ActionException("\"" + path + "\" leads out of the workspace: paths are relative, with / between"
                    + " their parts.");
        }
        try {
            return TreePath.normalise(path);
        } catch (TreeException e) {
            throw new ActionException("\"" + path + "\" leads out of the workspace.", e);
        }
    }

    /** The normalised path of a file to be written. */
    static String writable(String path) {
        String at = within(path);
        String why = at.length() > LONGEST ? "it is longer than " + LONGEST + " characters" : refused(at);
        if (why != null) {
            throw new ActionException("\"" + shortened(path) + "\" cannot be written: " + why + ".");
        }
        return at;
    }

    private static @Nullable String refused(String path) {
        for (String name : List.of(path.split("/"))) {
            String visible = IGNORED.matcher(name).replaceAll("");
            if (GIT.matcher(visible).matches()) {
                return "Git keeps its own files in \".git\"";
            }
            if (DEVICE.matcher(visible).matches()) {
                return "\"" + name + "\" is a device on Windows (" + name.toUpperCase(Locale.ROOT) + ")";
            }
            if (CONTROL.matcher(name).find()) {
                return "a part of it holds a control character";
            }
            if (name.length() > LONGEST_NAME) {
                return "a part of it is longer than " + LONGEST_NAME + " characters";
            }
        }
        return null;
    }

    /** The target of a symbolic link must be within as well, or whoever follows it is elsewhere. */
    static void requireTargetWithin(String link, String target) {
        try {
            if (!target.isBlank() && !DRIVE.matcher(target).matches()) {
                TreePath.resolve(TreePath.parent(link), target);
                return;
            }
        } catch (TreeException _) { // said below, with the link's name
        }
        throw new ActionException(
                "The symbolic link \"" + link + "\" leads out of the workspace, to \"" + shortened(target) + "\".");
    }

    private static String shortened(String text) {
        String visible = CONTROL.matcher(text).replaceAll("?");
        return visible.length() > 200 ? visible.substring(0, 200) + "…" : visible;
    }
}
