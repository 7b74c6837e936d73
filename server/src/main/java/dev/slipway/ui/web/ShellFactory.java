package dev.slipway.ui.web;

import dev.slipway.ui.BannerSource;
import dev.slipway.ui.Flash;
import dev.slipway.ui.NavigationEntry;
import dev.slipway.ui.Shell;
import dev.slipway.ui.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;

/** Gathers what the layout shows around a page. */
@Component
public class ShellFactory {

    private final ObjectProvider<NavigationEntry> navigation;
    private final ObjectProvider<BannerSource> banners;
    private final ObjectProvider<Viewer> viewers;
    private final String organisation;

    ShellFactory(
            ObjectProvider<NavigationEntry> navigation,
            ObjectProvider<BannerSource> banners,
            ObjectProvider<Viewer> viewers,
            @Value("${slipway.organisation:acme}") String organisation) {
        this.navigation = navigation;
        this.banners = banners;
        this.viewers = viewers;
        this.organisation = organisation;
    }

    /** @param model of the page; its attribute {@link Flash#ATTRIBUTE} is shown */
    public Shell shell(HttpServletRequest request, Map<String, ?> model) {
        Viewer viewer = viewers.getIfAvailable(Nobody::new);
        return new Shell(
                organisation,
                viewer,
                request.getRequestURI(),
                visible(viewer),
                banners.orderedStream()
                        .flatMap(source -> source.banner(viewer).stream())
                        .toList(),
                csrf(request),
                model.get(Flash.ATTRIBUTE) instanceof Flash flash ? flash : null);
    }

    /** For when nothing can be looked up. */
    public Shell bare(HttpServletRequest request) {
        return new Shell(organisation, new Nobody(), request.getRequestURI(), List.of(), List.of(), null, null);
    }

    private List<NavigationEntry> visible(Viewer viewer) {
        return navigation.stream()
                .filter(entry -> entry.visible().test(viewer))
                .sorted(Comparator.comparingInt(NavigationEntry::order))
                .toList();
    }

    private static Shell.@Nullable Csrf csrf(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
                ? new Shell.Csrf(token.getParameterName(), token.getHeaderName(), token.getToken())
                : null;
    }

    /** Stands in where nobody can tell who is there. */
    private static final class Nobody implements Viewer {

        @Override
        public String name() {
            return "";
        }

        @Override
        public boolean signedIn() {
            return false;
        }

        @Override
        public String displayName() {
            return "";
        }

        @Override
        public boolean may(String permission) {
            return false;
        }
    }
}
