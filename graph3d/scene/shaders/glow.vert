// A soft light around each rose, or a ring around one node. VERTEX = (x, y, node index) or, for a ring, a unit square.
VARYING vec3 vGlow; // corner, radius of the node in pixels

void MAIN()
{
    int index = ringIndex < -0.5 ? int(VERTEX.z + 0.5) : int(ringIndex + 0.5);
    ivec2 at = ivec2(index & 2047, index >> 11);
    vec4 place = texelFetch(positions, at, 0);
    ivec4 look = ivec4(texelFetch(attributes, at, 0) * 255.0 + 0.5);
    vGlow = vec3(0.0);
    POSITION = vec4(2.0, 2.0, 2.0, 1.0);
    if (place.w > -1.5 && (look.a & 1) == 0) {
        float size = float(look.g) * (5.0 / 255.0);
        vec4 clip = VIEWPROJECTION_MATRIX * vec4(place.xyz, 1.0);
        float scale = PROJECTION_MATRIX[1][1] * 0.5 * viewport.y / max(clip.w, 0.001);
        float radius = radiusUnit * exp2(size);
        float least = smallestPixels * 0.5 * exp2(0.5 * size);
        if (index == int(centreRose))
            least = max(least, centrePixels / roseScale);
        float pixels = max(radius * scale, least);
        if ((look.a & 64) != 0)
            pixels *= roseScale;
        float reach = ringIndex < -0.5 ? pixels * glowReach * smoothstep(0.0, 1.2, introTime) : pixels + 10.0 * pixelRatio;
        vec2 corner = ringIndex < -0.5 ? VERTEX.xy : VERTEX.xy / 50.0;
        // Behind what it surrounds; a ring before it.
        float far = ringIndex < -0.5 ? clip.w + radius : max(clip.w - radius * 1.1, 0.55 * clip.w);
        float z = (-PROJECTION_MATRIX[2][2] * far + PROJECTION_MATRIX[3][2]) / far;
        POSITION = vec4(clip.xy + corner * reach / (0.5 * viewport) * clip.w, z * clip.w, clip.w);
        vGlow = vec3(corner * reach, pixels);
    }
}
