package dev.slipway.catalog.pages;

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

    private ExternalLinks() {}

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

    static List<ExternalLink> of(Entity entity) {
        List<ExternalLink> links = new ArrayList<>();
        if (entity.at("metadata", "links") instanceof List<?> declared) {
            declared.stream().limit(MOST).forEach(each -> declared(each).ifPresent(links::add));
        }
        annotation(entity, links, "backstage.io/view-url", "View the file", "file-text", "");
        annotation(entity, links, "backstage.io/edit-url", "Edit the file", "pencil", "");
        annotation(entity, links, "backstage.io/source-location", "Source", "code", "");
        annotation(entity, links, "github.com/project-slug", "GitHub", "git-branch", "https://github.com/");
        annotation(entity, links, "gitlab.com/project-slug", "GitLab", "git-branch", "https://gitlab.com/");
        annotation(entity, links, "backstage.io/techdocs-ref", "Documentation", "books", "");
        annotation(entity, links, "grafana/dashboard-url", "Dashboard", "chart-line", "");
        annotation(entity, links, "argocd/app-name", "Argo CD application", "rocket", null);
        annotation(entity, links, "backstage.io/kubernetes-id", "Kubernetes id", "cube", null);
        annotation(
                entity,
                links,
                "pagerduty.com/service-id",
                "PagerDuty service",
                "bell",
                "https://app.pagerduty.com/service-directory/");
        annotation(entity, links, "sonarqube.org/project-key", "SonarQube project", "bug", null);
        annotation(entity, links, "jira/project-key", "Jira project", "list", null);
        return links;
    }

    private static Optional<ExternalLink> declared(@Nullable Object link) {
        if (!(link instanceof Map<?, ?> map) || !(map.get("url") instanceof String url)) {
            return Optional.empty();
        }
        String title = map.get("title") instanceof String text && !text.isBlank() ? text : url;
        return Optional.of(new ExternalLink(title, "external-link", "", web(url).orElse(null)));
    }

    /** @param prefix what makes the value an address; empty where it is one, null where it never is */
    private static void annotation(
            Entity entity, List<ExternalLink> links, String key, String label, String icon, @Nullable String prefix) {
        entity.annotation(key).filter(value -> !value.isBlank()).ifPresent(value -> {
            String bare = value.startsWith("url:") ? value.substring("url:".length()) : value;
            String url = prefix == null ? null : web(prefix + bare).orElse(null);
            links.add(new ExternalLink(label, icon, url == null || !"".equals(prefix) ? bare : "", url));
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
