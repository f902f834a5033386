abi <abi/4.0>,
include <tunables/global>

# electron-builder's own profile, for the launcher and for the program that it starts.
profile "${executable}" "/opt/${sanitizedProductName}/{${executable},${executable}-app}" flags=(unconfined) {
  userns,

  include if exists <local/${executable}>
}
