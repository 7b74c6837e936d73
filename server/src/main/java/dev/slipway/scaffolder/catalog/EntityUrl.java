package dev.slipway.scaffolder.catalog;

import dev.slipway.git.RepositoryAddresses;
import dev.slipway.scaffolding.action.ActionContext;
import dev.slipway.scaffolding.action.ActionException;
import java.util.regex.Pattern;

/** Which file the input of {@code catalog:register} means. */
final class EntityUrl {

    private static final String REPOSITORIES = "/repositories/";
    private static final String DEFAULT_PATH = "/catalog-info.yaml";
    /** Where a host shows the files of a branch. */
    private static final Pattern FILES = Pattern.compile("/(?:files|blob|tree|raw)(?:/|$)");

    private EntityUrl() {}

    /** An address as the catalog takes it. */
    static String of(ActionContext context, RepositoryAddresses addresses) {
        return context.text("catalogInfoUrl")
                .filter(url -> !url.isBlank())
                .map(url -> whole(url, addresses))
                .orElseGet(() -> below(whole(contents(context), addresses), context, addresses));
    }

    private static String contents(ActionContext context) {
        return context.text("repoContentsUrl")
                .filter(url -> !url.isBlank())
                .orElseThrow(() -> new ActionException(
                        "The input names no file: give catalogInfoUrl, or repoContentsUrl with catalogInfoPath."));
    }

    /** Actions of this platform tell paths of the portal. */
    private static String whole(String url, RepositoryAddresses addresses) {
        return url.startsWith(REPOSITORIES) ? addresses.pages() + "/" + url.substring(REPOSITORIES.length()) : url;
    }

    private static String below(String contents, ActionContext context, RepositoryAddresses addresses) {
        String path = context.text("catalogInfoPath").orElse(DEFAULT_PATH).replaceFirst("^/+", "");
        String root = contents.replaceFirst("/+$", "");
        if (FILES.matcher(root).find()) {
            return root + "/" + path;
        }
        return root + (root.startsWith(addresses.pages()) ? "/files/" : "/blob/HEAD/") + path;
    }
}
