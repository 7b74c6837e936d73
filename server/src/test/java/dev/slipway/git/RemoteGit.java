package dev.slipway.git;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.eclipse.jgit.http.server.GitServlet;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.transport.resolver.FileResolver;

/** A Git server somewhere else: every bare repository below a directory, by smart HTTP on loopback, open to everybody or by a token. */
public final class RemoteGit implements AutoCloseable {

    private final Tomcat tomcat = new Tomcat();
    private final Path directory;
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private final Set<String> credentials = ConcurrentHashMap.newKeySet();
    private volatile String expected = "";

    public RemoteGit(Path directory) {
        this.directory = directory;
        tomcat.setBaseDir(directory.resolve("tomcat").toString());
        tomcat.setHostname("127.0.0.1");
        tomcat.setPort(0);
        tomcat.getConnector();
        Context context = tomcat.addContext("", null);
        GitServlet servlet = new Door();
        FileResolver<HttpServletRequest> files = new FileResolver<>(directory.toFile(), true);
        servlet.setRepositoryResolver((request, name) -> {
            pass();
            return files.open(request, name);
        });
        servlet.setReceivePackFactory(null);
        Tomcat.addServlet(context, "git", servlet);
        context.addServletMappingDecoded("/*", "git");
        try {
            tomcat.start();
        } catch (LifecycleException e) {
            throw new IllegalStateException(e);
        }
    }

    private void pass() {
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Keeps everybody waiting who asks from now on, until {@link #release}. */
    public void hold() {
        gate = new CountDownLatch(1);
    }

    public void release() {
        gate.countDown();
    }

    /** Lets in only those who show it. */
    private final class Door extends GitServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response)
                throws ServletException, IOException {
            String shown = Objects.requireNonNullElse(request.getHeader("Authorization"), "");
            credentials.add(shown);
            if (shown.endsWith(expected)) {
                super.service(request, response);
            } else {
                response.setHeader("WWW-Authenticate", "Basic realm=\"git\"");
                response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
            }
        }
    }

    /** From now on open only to who shows this token, under the name that GitHub documents. */
    public void openOnlyBy(String token) {
        expected = "Basic "
                + Base64.getEncoder().encodeToString(("x-access-token:" + token).getBytes(StandardCharsets.UTF_8));
    }

    /** Everything that callers have shown; the empty text for those who showed nothing. */
    public Set<String> credentials() {
        return Set.copyOf(credentials);
    }

    public String host() {
        return "127.0.0.1:" + tomcat.getConnector().getLocalPort();
    }

    public String url(String name) {
        return "http://" + host() + "/" + name + ".git";
    }

    /** A bare repository of this name without anything in it. */
    public Path create(String name) {
        Path bare = directory.resolve(name + ".git");
        try (var git =
                new FileRepositoryBuilder().setGitDir(bare.toFile()).setBare().build()) {
            git.create(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bare;
    }

    /** A checkout of a new repository, which pushes to it with {@code git push origin}. */
    public GitCommandLine checkout(String name) {
        Path bare = create(name);
        Path work = directory.resolve(name + "-work");
        try {
            Files.createDirectories(work);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        GitCommandLine git = new GitCommandLine(work);
        git.run("init", "-q", "-b", "main");
        git.run("remote", "add", "origin", bare.toString());
        return git;
    }

    @Override
    public void close() {
        release();
        try {
            tomcat.stop();
            tomcat.destroy();
        } catch (LifecycleException e) {
            throw new IllegalStateException(e);
        }
    }
}
