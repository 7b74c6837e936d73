package dev.slipway.ui;

import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jspecify.annotations.Nullable;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * Markdown that somebody wrote, as HTML that cannot harm whoever reads it: no scripts, styles, forms or frames, and links to
 * nothing but pages. Pictures become links, so that reading tells nobody.
 */
public final class Markdown {

    private static final List<TablesExtension> EXTENSIONS = tables();
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .extensions(EXTENSIONS)
            .sanitizeUrls(true)
            .softbreak("\n")
            .build();
    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre", "code", "em")
            .allowElements("strong", "del", "hr", "br", "table", "thead", "tbody", "tr", "th", "td", "a")
            .allowAttributes("href")
            .onElements("a")
            .allowStandardUrlProtocols()
            .requireRelNofollowOnLinks()
            .toFactory();

    private Markdown() {}

    private static List<TablesExtension> tables() {
        return List.of((TablesExtension) TablesExtension.create());
    }

    /** Of a comment or a description. */
    public static String html(String markdown) {
        return html(markdown, null);
    }

    /** @param folder where relative links lead, for example {@code /repositories/acme/x/files/docs}; null leaves them */
    public static String html(String markdown, @Nullable String folder) {
        Node document = PARSER.parse(markdown);
        document.accept(new LinkRewriting(folder));
        return POLICY.sanitize(RENDERER.render(document));
    }

    /** Leads relative links to the repository's files. */
    private static final class LinkRewriting extends AbstractVisitor {

        private final @Nullable String folder;

        LinkRewriting(@Nullable String folder) {
            this.folder = folder;
        }

        @Override
        public void visit(Link link) {
            link.setDestination(destination(link.getDestination()));
            visitChildren(link);
        }

        @Override
        public void visit(Image image) {
            visitChildren(image);
            if (image.getParent() instanceof Link) {
                return;
            }
            Link link = new Link(destination(image.getDestination()), null);
            Node child = image.getFirstChild();
            while (child != null) {
                Node next = child.getNext();
                link.appendChild(child);
                child = next;
            }
            image.insertBefore(link);
            image.unlink();
        }

        private String destination(String written) {
            boolean relative = !written.isEmpty() && !written.matches("(?s)[/#?].*|[A-Za-z][A-Za-z0-9+.-]*:.*");
            return relative && folder != null ? folder + "/" + written.replaceFirst("^(\\./)+", "") : written;
        }
    }
}
