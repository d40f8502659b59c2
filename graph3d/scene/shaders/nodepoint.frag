// node.frag for point sprites: the corner comes from the rasteriser.
VARYING vec4 vColor;
VARYING vec4 vSphere;

void MAIN()
{
    vec2 at = vec2(gl_PointCoord.x * 2.0 - 1.0, 1.0 - gl_PointCoord.y * 2.0) * (1.0 + 0.5 / max(vSphere.z, 0.001));
    float square = dot(at, at);
    float cover = clamp((1.0 - square) * 0.5 * vSphere.z + 0.5, 0.0, 1.0) * vColor.a;
    if (cover < 0.02)
        discard;
    vec3 normal = vec3(at, sqrt(max(1.0 - square, 0.0)));
    float light = max(dot(normal, vec3(-0.42, 0.55, 0.72)), 0.0);
    float haze = vSphere.w < 0.0 ? -1.0 - vSphere.w : vSphere.w;
    float shine = max(dot(normal, vec3(-0.26, 0.34, 0.904)), 0.0);
    shine *= shine;
    shine *= shine;
    shine *= shine;
    shine *= shine;
    float edge = 1.0 - normal.z;
    edge *= edge * (vSphere.w < 0.0 ? 1.3 : 0.3);
    FRAGCOLOR = vec4(vColor.rgb * (0.38 + 0.72 * light + edge) + background * haze + (0.5 - 0.5 * haze) * shine, cover);
}
