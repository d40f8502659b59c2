// Links. VERTEX = (index of the child, end, side): end 0 is the parent's. Drawn from the parent outwards.
VARYING vec4 vColor;
VARYING vec2 vAcross; // pixels from the middle, half the width

float inOut(float t)
{
    t = clamp(t, 0.0, 1.0);
    return t < 0.5 ? 2.0 * t * t : 1.0 - 2.0 * (1.0 - t) * (1.0 - t);
}

void MAIN()
{
    int index = int(VERTEX.x + 0.5);
    ivec2 at = ivec2(index & 2047, index >> 11);
    vec4 child = texelFetch(positions, at, 0);
    ivec4 look = ivec4(texelFetch(attributes, at, 0) * 255.0 + 0.5);
    int bits = look.a;
    float since = (bits & 8) != 0 ? joinTime : introTime - float(look.b) * 0.1 + 0.1;
    vColor = vec4(0.0);
    vAcross = vec2(0.0);
    POSITION = vec4(2.0, 2.0, 2.0, 1.0);
    bool onPath = (bits & 4) != 0;
    if (child.w > -0.5 && (bits & 1) == 0 && since > 0.0 && (pathOnly < 0.5 || onPath)) {
        int above = int(child.w + 0.5);
        vec4 parent = texelFetch(positions, ivec2(above & 2047, above >> 11), 0);
        vec3 tip = mix(parent.xyz, child.xyz, inOut(since));
        vec4 a = VIEWPROJECTION_MATRIX * vec4(parent.xyz, 1.0);
        vec4 b = VIEWPROJECTION_MATRIX * vec4(tip, 1.0);
        float near = nearClip;
        if (a.w > near || b.w > near) {
            // What lies behind the eye has no direction on the screen: cut the link there.
            vec4 from = a.w < near ? mix(a, b, (near - a.w) / (b.w - a.w)) : a;
            vec4 to = b.w < near ? mix(b, a, (near - b.w) / (a.w - b.w)) : b;
            vec4 clip = VERTEX.y < 0.5 ? from : to;
            float half_ = onPath ? linkPixels * 1.6 + 0.4 : linkPixels;
            if (VERTEX.z != 0.0) {
                vec2 along = (to.xy / to.w - from.xy / from.w) * viewport;
                float size = length(along);
                vec2 across = size > 0.0001 ? vec2(-along.y, along.x) / size : vec2(0.0, 1.0);
                clip.xy += across * VERTEX.z * (half_ + 1.0) * 2.0 / viewport * clip.w;
            }
            bool faded = (depthLimit > 0.5 && float(look.b) > depthLimit + 0.5)
                || (filtered > 0.5 && (bits & (2 | 4)) == 0) || (bits & (128 | 4)) == 128;
            float haze = clamp((clip.w - fog.x) / (fog.y - fog.x), 0.0, 1.0) * fog.z;
            vec3 color = mix(linkStart, linkEnd, VERTEX.y);
            float alpha = linkAlpha * (1.0 - 0.75 * haze) * (faded ? fadedAlpha * 0.5 : 1.0);
            if (onPath) {
                color = pathColor;
                alpha = 0.95;
            }
            POSITION = clip;
            vColor = vec4(color, alpha);
            vAcross = vec2(VERTEX.z * (half_ + 1.0), VERTEX.z != 0.0 ? half_ : 1000.0);
        }
    }
}
