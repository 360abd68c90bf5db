package dev.shopbell.testkit;

import io.quarkus.resteasy.reactive.server.runtime.ResteasyReactiveRecorder;
import io.vertx.ext.web.Router;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;
import org.jboss.resteasy.reactive.server.util.RuntimeResourceVisitor;

/// Every route of the running server, asked of the server itself: what is deployed, and not what
/// the sources seem to say.
public final class RunningRoutes {

    /// `path` has its parameters in braces. A socket's method is `SOCKET`.
    public record Route(String method, String path) {
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    /// Quarkus mounts all resources at the root, and its own pages below.
    private static final Set<String> MOUNTS = Set.of("/", "/q/");

    private RunningRoutes() {}

    /// Resources, and what is mounted beside them.
    public static List<Route> all(Router router) {
        List<Route> routes = new ArrayList<>(resources());
        routes.addAll(sockets(router));
        return routes;
    }

    public static List<Route> resources() {
        return resources(_ -> true);
    }

    /// Those that take a body.
    public static List<Route> withBodies() {
        return resources(resource -> !resource.getConsumes().isEmpty());
    }

    private static List<Route> resources(Predicate<RuntimeResource> wanted) {
        List<Route> routes = new ArrayList<>();
        RuntimeResourceVisitor.visitRuntimeResources(
                "",
                ResteasyReactiveRecorder.getCurrentDeployment().getClassMappers(),
                new RuntimeResourceVisitor() {
                    @Override
                    public void visitRuntimeResource(
                            String method, String path, RuntimeResource resource) {
                        if (wanted.test(resource)) {
                            routes.add(new Route(method, path));
                        }
                    }
                });
        return routes;
    }

    /// What was mounted beside the resources; today only sockets are.
    private static List<Route> sockets(Router router) {
        Set<String> paths = new TreeSet<>();
        for (io.vertx.ext.web.Route route : router.getRoutes()) {
            String path = route.getPath();
            if (path != null && !MOUNTS.contains(path)) {
                paths.add(path.replaceAll(":([a-z]+)", "{$1}"));
            }
        }
        return paths.stream().map(path -> new Route("SOCKET", path)).toList();
    }
}
