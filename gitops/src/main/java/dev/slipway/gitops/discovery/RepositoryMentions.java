package dev.slipway.gitops.discovery;

import dev.slipway.documents.tree.FileTree;
import dev.slipway.documents.tree.TreeException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a tree's files name Git repositories, in manifests, charts and values alike. */
public final class RepositoryMentions {

    private static final Pattern URL = Pattern.compile(
            "(?i)\\b(?:\\w*repo_?url|repository|git_?repo\\w*)[\"']?:[ \\t]*[\"']?((?:https?://|ssh://|git@)[^\\s\"'{},]+)");
    private static final Pattern PATH = Pattern.compile("\\bpath:[ \\t]*[\"']?([^\\s\"'#,}]+)");
    private static final Pattern CHART = Pattern.compile("\\bchart:");

    private RepositoryMentions() {}

    /** @param path the one that stands beside the URL; empty for none */
    public record Mention(String url, String path) {}

    public static List<Mention> in(FileTree tree) {
        List<Mention> mentions = new ArrayList<>();
        ReadableFiles.below(tree, "")
                .filter(ReadableFiles::isManifest)
                .forEach(file -> collect(text(tree, file), mentions));
        return mentions;
    }

    private static String text(FileTree tree, String file) {
        try {
            return tree.text(file).orElse("");
        } catch (TreeException _) {
            return "";
        }
    }

    private static void collect(String text, List<Mention> mentions) {
        Matcher url = URL.matcher(text);
        while (url.find()) {
            int end = text.indexOf("repoURL", url.end());
            String beside = text.substring(url.end(), Math.min(end < 0 ? text.length() : end, url.end() + 400));
            String before = text.substring(Math.max(0, url.start() - 200), url.start());
            Matcher path = PATH.matcher(beside);
            if (!CHART.matcher(beside).find() && !CHART.matcher(before).find()) {
                mentions.add(new Mention(url.group(1), path.find() ? path.group(1) : ""));
            }
        }
    }
}
