package dev.slipway.catalog.pages;

import dev.slipway.documents.tree.TreeException;
import dev.slipway.documents.tree.TreePath;
import dev.slipway.entities.Entity;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where an entity's file says that more is to be found. Only addresses of web pages become links. */
public final class ExternalLinks {

    private static final int MOST = 50;

    private static final List<Known> ANNOTATIONS = List.of(
            new Known("backstage.io/view-url", "View the file", "file-text", ""),
            new Known("backstage.io/edit-url", "Edit the file", "pencil", ""),
            new Known("backstage.io/source-location", "Source", "code", ""),
            new Known("github.com/project-slug", "GitHub", "git-branch", "https://github.com/"),
            new Known("gitlab.com/project-slug", "GitLab", "git-branch", "https://gitlab.com/"),
            new Known("grafana/dashboard-url", "Dashboard", "chart-line", ""),
            new Known("grafana/dashboard-selector", "Dashboards of Grafana", "chart-line", null),
            new Known("argocd/app-name", "Argo CD application", "rocket", null),
            new Known("argocd/app-selector", "Argo CD applications", "rocket", null),
            new Known("backstage.io/kubernetes-id", "Kubernetes id", "cube", null),
            new Known("backstage.io/kubernetes-namespace", "Kubernetes namespace", "cube", null),
            new Known(
                    "pagerduty.com/service-id",
                    "PagerDuty service",
                    "bell",
                    "https://app.pagerduty.com/service-directory/"),
            new Known("pagerduty.com/integration-key", "PagerDuty", "bell", null),
            new Known("opsgenie.com/component-selector", "Opsgenie", "bell", null),
            new Known("sentry.io/project-slug", "Sentry project", "bug", null),
            new Known("sonarqube.org/project-key", "SonarQube project", "bug", null),
            new Known("jira/project-key", "Jira project", "list", null),
            new Known("circleci.com/project-slug", "CircleCI", "hammer", "https://app.circleci.com/pipelines/"),
            new Known("jenkins.io/job-full-name", "Jenkins job", "hammer", null),
            new Known("snyk.io/org-name", "Snyk organisation", "shield-check", "https://app.snyk.io/org/"));

    private ExternalLinks() {}

    /**
     * An annotation that the ecosystem uses.
     *
     * @param prefix what makes the value an address; empty where it is one, null where nobody can tell its address
     */
    private record Known(
            String key, String label, String icon, @Nullable String prefix) {}

    /**
     * Somewhere else.
     *
     * @param text what the file says, where that is more than an address
     * @param url null where it is no web page's address
     */
    public record ExternalLink(
            String label,
            String icon,
            String text,
            @Nullable String url) {}

    /**
     * @param repository where the entity's file is; empty where it has none
     * @param path of the file
     */
    static List<ExternalLink> of(Entity entity, String repository, String path) {
        List<ExternalLink> links = new ArrayList<>();
        if (entity.at("metadata", "links") instanceof List<?> declared) {
            declared.stream().limit(MOST).forEach(each -> declared(each).ifPresent(links::add));
        }
        entity.annotation("backstage.io/techdocs-ref")
                .ifPresent(ref -> links.add(documentation(ref, repository, path)));
        ANNOTATIONS.forEach(each -> annotation(entity, links, each));
        return links;
    }

    private static Optional<ExternalLink> declared(@Nullable Object link) {
        if (!(link instanceof Map<?, ?> map) || !(map.get("url") instanceof String url)) {
            return Optional.empty();
        }
        String title = map.get("title") instanceof String text && !text.isBlank() ? text : url;
        return Optional.of(new ExternalLink(title, "external-link", "", web(url).orElse(null)));
    }

    /** Documentation beside the entity's file is shown with the repository's files. */
    private static ExternalLink documentation(String ref, String repository, String path) {
        String bare = ref.replaceFirst("^(dir|url):", "");
        if (!ref.startsWith("dir:") || repository.isEmpty()) {
            String url = web(bare).orElse(null);
            return new ExternalLink("Documentation", "books", url == null ? ref : "", url);
        }
        String page = folder(path, bare)
                .map(folder -> folder.isEmpty()
                        ? "/repositories/" + repository
                        : SourceLinks.file(repository, folder).orElse(null))
                .orElse(null);
        return new ExternalLink("Documentation", "books", page == null ? ref : "", page);
    }

    private static Optional<String> folder(String path, String relative) {
        try {
            return Optional.of(
                    relative.equals(".") ? TreePath.parent(path) : TreePath.resolve(TreePath.parent(path), relative));
        } catch (TreeException e) {
            return Optional.empty();
        }
    }

    private static void annotation(Entity entity, List<ExternalLink> links, Known known) {
        entity.annotation(known.key()).filter(value -> !value.isBlank()).ifPresent(value -> {
            String bare = value.startsWith("url:") ? value.substring("url:".length()) : value;
            String url =
                    known.prefix() == null ? null : web(known.prefix() + bare).orElse(null);
            String text = url == null || !"".equals(known.prefix()) ? bare : "";
            links.add(new ExternalLink(known.label(), known.icon(), text, url));
        });
    }

    /** The address of a web page; empty for anything else, such as {@code javascript:}. */
    static Optional<String> web(String text) {
        try {
            URI uri = URI.create(text.strip());
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            boolean web = (scheme.equals("http") || scheme.equals("https")) && uri.getHost() != null;
            return web ? Optional.of(uri.toString()) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
